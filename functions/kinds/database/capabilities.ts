import type { Provider } from '../../../apis/blocks/placement.ts'

/** A field whose values a provider offers or not. The first value offered is what a default falls back to. */
export interface Choices<Value extends string = string> {
  readonly title: string
  readonly field: string
  readonly offered: Readonly<Record<Provider, readonly Value[]>>
}

/** A number that a provider allows within bounds. */
export interface Bounds {
  readonly title: string
  readonly field: string
  readonly bounds: Readonly<Record<Provider, readonly [least: number, most: number]>>
}

const everywhere = <const T>(value: T): Readonly<Record<Provider, T>> => ({
  AWS: value,
  GCP: value,
  Azure: value,
  Kubernetes: value,
})

/** What each provider can honour. Refusals, the docs’ matrix and the tests all come from here. */
export const choices = {
  version: {
    title: 'Major version',
    field: 'spec.version',
    offered: {
      AWS: ['17', '18', '16', '15'],
      GCP: ['17', '16', '15'],
      Azure: ['17', '16', '15'],
      Kubernetes: ['17', '18', '16', '15'],
    },
  },
  upgrade: {
    title: 'Major upgrade in place',
    field: 'spec.version',
    offered: { ...everywhere(['InPlace']), Azure: [] },
  },
  availability: {
    title: 'Availability',
    field: 'spec.availability',
    offered: everywhere(['SingleZone', 'MultiZone']),
  },
  state: {
    title: 'Stopping and starting',
    field: 'spec.state',
    offered: { ...everywhere(['Active', 'Stopped']), Azure: ['Active'] },
  },
  storageType: {
    title: 'Storage type',
    field: 'spec.storage.type',
    offered: { AWS: ['SSD', 'HighIOPS'], GCP: ['SSD'], Azure: ['SSD'], Kubernetes: ['SSD', 'HighIOPS'] },
  },
  provisionedRate: {
    title: 'Guaranteed iops and throughput',
    field: 'spec.storage',
    offered: { AWS: ['iops', 'throughput'], GCP: [], Azure: [], Kubernetes: [] },
  },
  growth: {
    title: 'Disk that grows by itself',
    field: 'spec.storage.maxSize',
    offered: { AWS: ['Limited'], GCP: ['Limited'], Azure: ['Unlimited'], Kubernetes: [] },
  },
  encoding: {
    title: 'Encoding',
    field: 'spec.databases[].encoding',
    offered: { ...everywhere(['UTF8', 'LATIN1']), GCP: ['UTF8'] },
  },
  exposure: {
    title: 'Exposure',
    field: 'spec.network.exposure',
    offered: { ...everywhere(['Private', 'Public']), Kubernetes: ['Private'] },
  },
  services: {
    title: 'Access for single services',
    field: 'spec.network.allowedServices',
    offered: { AWS: [], GCP: [], Azure: [], Kubernetes: ['NetworkPolicy'] },
  },
  atRest: {
    title: 'Key for encryption at rest',
    field: 'spec.encryption.atRest',
    offered: { ...everywhere(['ProviderManaged', 'CustomerManaged']), Kubernetes: ['ProviderManaged'] },
  },
  schedule: {
    title: 'Backup schedule',
    field: 'spec.backup.schedule',
    offered: { AWS: ['Daily'], GCP: ['Daily'], Azure: ['ChosenByAzure'], Kubernetes: ['Daily', 'Any'] },
  },
  pointInTimeRecovery: {
    title: 'Point-in-time recovery',
    field: 'spec.backup.pointInTimeRecovery',
    offered: {
      AWS: ['Enabled'],
      GCP: ['Enabled', 'Disabled'],
      Azure: ['Enabled'],
      Kubernetes: ['Disabled', 'Enabled'],
    },
  },
  restore: {
    title: 'Restoring another database',
    field: 'spec.restoreFrom.pointInTime',
    offered: everywhere(['Latest', 'PointInTime']),
  },
  maintenance: {
    title: 'Maintenance window',
    field: 'spec.maintenanceWindow',
    offered: { AWS: ['Minutes'], GCP: ['OneHour'], Azure: ['OneHour'], Kubernetes: [] },
  },
  deletionPolicy: {
    title: 'Deletion policy',
    field: 'spec.deletion.policy',
    offered: {
      AWS: ['Snapshot', 'Orphan', 'Delete'],
      GCP: ['Snapshot', 'Orphan', 'Delete'],
      Azure: ['Orphan', 'Delete'],
      Kubernetes: ['Delete'],
    },
  },
} as const satisfies Record<string, Choices>

export const bounds = {
  retentionDays: {
    title: 'Backup retention, days',
    field: 'spec.backup.retentionDays',
    bounds: { AWS: [1, 35], GCP: [1, 365], Azure: [7, 35], Kubernetes: [1, 365] },
  },
  port: {
    title: 'Port',
    field: 'spec.network.port',
    bounds: { AWS: [1150, 65535], GCP: [5432, 5432], Azure: [5432, 5432], Kubernetes: [5432, 5432] },
  },
} as const satisfies Record<string, Bounds>

interface Disk {
  /** By storage type. What is asked for is made at least as large. */
  readonly least: Readonly<Record<'SSD' | 'HighIOPS', number>>
  /** `undefined` where the cluster's storage decides. */
  readonly most: number | undefined
}

/** The disks that each provider makes, in GiB (the clouds' manuals, “Storage”). */
export const disks: Readonly<Record<Provider, Disk>> = {
  AWS: { least: { SSD: 20, HighIOPS: 100 }, most: 65_536 },
  GCP: { least: { SSD: 10, HighIOPS: 10 }, most: 65_536 },
  Azure: { least: { SSD: 32, HighIOPS: 32 }, most: 32_767 },
  Kubernetes: { least: { SSD: 1, HighIOPS: 1 }, most: undefined },
}
