import type { Availability } from '../../../apis/blocks/availability.ts'
import type { Deletion } from '../../../apis/blocks/deletion.ts'
import type { MaintenanceWindow } from '../../../apis/blocks/maintenance-window.ts'
import type { Provider } from '../../../apis/blocks/placement.ts'
import type { DatabaseSpec } from '../../../apis/database/schema.ts'
import type { EnvironmentType } from '../../../apis/platform/classes.ts'
import type { Claim, Observed } from '../../runtime/observed.ts'
import type { AccountOwner } from '../../settings/accounts.ts'
import type { Facts } from '../../settings/facts.ts'
import type { Origin } from '../../settings/setting.ts'
import type { ResolvedSize } from '../../settings/sizes.ts'
import type { Deviation } from '../report.ts'
import type { Beginning } from './restore/servers.ts'

export type LogicalDatabase = NonNullable<DatabaseSpec['databases']>[number]

/** Where backups go: the cloud keeps them, the platform's store does, the cluster's storage does, or nothing can. */
export type BackupTarget = 'Cloud' | 'Store' | 'Snapshots' | 'Nowhere'

/** A claim with everything decided: what the plan of any provider is made from. */
export interface Database {
  readonly claim: Claim
  readonly observed: Observed
  readonly provider: Provider
  /** What it counts as: its XEnvironment's type, or the platform's. */
  readonly environment: EnvironmentType
  /** Whether its namespace is an XEnvironment's; `undefined` while that is not known. */
  readonly inEnvironment: boolean | undefined
  readonly facts: Facts
  readonly account: AccountOwner
  readonly size: ResolvedSize
  /** Major version. */
  readonly version: string
  readonly availability: Availability
  readonly state: State
  readonly storage: StorageRequest
  /** The first is made with the server and named by the connection Secret. */
  readonly databases: readonly [LogicalDatabase, ...LogicalDatabase[]]
  readonly network: Network
  readonly encryption: {
    readonly atRest: 'ProviderManaged' | 'CustomerManaged'
    readonly inTransit: 'Required' | 'Preferred'
  }
  readonly backup: BackupRequest
  /** Whose backups the server is made of; `undefined` for one that begins empty. */
  readonly beginning: Beginning | undefined
  readonly maintenance: Required<MaintenanceWindow>
  readonly deletion: Required<Deletion>
  /** The name of the connection Secret. */
  readonly secretName: string
  /** Who decided what, for the status. */
  readonly origins: Readonly<Record<string, Origin>>
  readonly deviations: readonly Deviation[]
}

/** Stopped: it keeps its data, its address and its connection Secret, and nobody can connect. */
export type State = 'Active' | 'Stopped'

export interface StorageRequest {
  /** A Kubernetes quantity, and the same in whole GiB: never less than the provider's smallest disk. */
  readonly size: string
  readonly sizeGi: number
  readonly maxSizeGi: number | undefined
  readonly type: 'SSD' | 'HighIOPS'
  /** Operations a second; `undefined` leaves it to the provider. */
  readonly iops: number | undefined
  /** MiB a second. */
  readonly throughput: number | undefined
}

export interface Network {
  readonly exposure: 'Private' | 'Public'
  /** Empty: every service of the namespace. */
  readonly services: readonly { readonly name: string; readonly namespace: string }[]
  readonly cidrs: readonly { readonly name: string; readonly cidr: string }[]
  readonly port: number
}

export interface BackupRequest {
  readonly target: BackupTarget
  readonly policy: string
  /** Cron, five fields, UTC. On the clouds always once a day. */
  readonly schedule: string
  /** The time of day at which the daily backup starts, `HH:MM` UTC; `undefined` for another schedule. */
  readonly startTime: string | undefined
  readonly windowMinutes: number
  readonly retentionDays: number
  readonly pointInTimeRecovery: 'Enabled' | 'Disabled'
}
