import type { EgressMode, Isolation } from '../../apis/blocks/isolation.ts'
import type { PodSecurity } from '../../apis/blocks/pod-security.ts'
import type { BackupPolicy, EnvironmentDefaults, EnvironmentType, Size } from '../../apis/platform/classes.ts'
import type { Runtime } from '../../apis/platform/workloads.ts'

/** Sizes that every platform has unless it declares one of the same name. */
export const sizes: readonly Size[] = [
  {
    name: 'small',
    cpu: '1',
    memory: '2Gi',
    storage: '20Gi',
    aws: 'db.t4g.small',
    gcp: 'db-custom-1-3840',
    azure: 'B_Standard_B1ms',
  },
  {
    name: 'medium',
    cpu: '2',
    memory: '8Gi',
    storage: '50Gi',
    aws: 'db.m7g.large',
    gcp: 'db-custom-2-8192',
    azure: 'GP_Standard_D2ds_v5',
  },
  {
    name: 'large',
    cpu: '4',
    memory: '16Gi',
    storage: '100Gi',
    aws: 'db.m7g.xlarge',
    gcp: 'db-custom-4-16384',
    azure: 'GP_Standard_D4ds_v5',
  },
  {
    name: 'xlarge',
    cpu: '8',
    memory: '32Gi',
    storage: '200Gi',
    aws: 'db.m7g.2xlarge',
    gcp: 'db-custom-8-32768',
    azure: 'GP_Standard_D8ds_v5',
  },
]

/** The size of a claim that names none. */
export const size = 'small'

export const backupPolicies: readonly BackupPolicy[] = [
  { name: 'daily', schedule: '0 2 * * *', retentionDays: 7, pointInTimeRecovery: 'Enabled' },
  { name: 'weekly', schedule: '0 2 * * 0', retentionDays: 28, pointInTimeRecovery: 'Disabled' },
  { name: 'hourly', schedule: '0 * * * *', retentionDays: 7, pointInTimeRecovery: 'Enabled' },
]

/** Long-term versions of what services are mostly written in. */
export const runtimes: readonly Runtime[] = [
  ...['nodejs-20', 'nodejs-22', 'nodejs-24'].map(name => ({
    name,
    language: 'NodeJS' as const,
    env: [{ name: 'NODE_ENV', value: 'production' }],
  })),
  { name: 'python-3', language: 'Python', env: [{ name: 'PYTHONUNBUFFERED', value: '1' }] },
  // A virtual machine needs its time until it is warm, and should use the memory that it is given.
  ...['java-17', 'java-21'].map(name => ({
    name,
    language: 'Java' as const,
    startupSeconds: 240,
    env: [{ name: 'JAVA_TOOL_OPTIONS', value: '-XX:MaxRAMPercentage=75' }],
  })),
  { name: 'dotnet-8', language: 'DotNet' },
  { name: 'go-1', language: 'Go' },
]

/** Closed to other namespaces, and to pods that could take over a node; open to the outside, or most programs would not run. */
const closed = {
  networking: { isolation: 'Namespace', egress: { mode: 'Open' } },
  podSecurity: { level: 'Restricted', mode: 'Enforce' },
} as const

const disposable = {
  ...closed,
  availability: 'SingleZone',
  backupPolicy: 'daily',
  deletion: { policy: 'Delete', protection: 'Disabled' },
  quota: { cpu: '16', memory: '64Gi', storage: '500Gi', pods: 100, loadBalancers: 2, databases: 10 },
} as const
/** Many of them, each for one purpose. */
const small = {
  ...disposable,
  quota: { cpu: '8', memory: '32Gi', storage: '200Gi', pods: 50, loadBalancers: 0, databases: 5 },
} as const
const lasting = {
  ...closed,
  availability: 'MultiZone',
  backupPolicy: 'daily',
  deletion: { policy: 'Snapshot', protection: 'Enabled' },
  // What customers depend on is not stopped by a number that nobody chose.
  quota: {},
} as const

interface BuiltIn extends Required<Omit<EnvironmentDefaults, 'name' | 'networking' | 'podSecurity' | 'lifecycle'>> {
  readonly networking: { readonly isolation: Isolation; readonly egress: { readonly mode: EgressMode } }
  readonly podSecurity: Required<PodSecurity>
}

/** What a claim gets for being in an environment of this type. Staging is like Production, but may be deleted. */
export const environmentDefaults: Readonly<Record<EnvironmentType, BuiltIn>> = {
  Development: disposable,
  Test: disposable,
  Staging: { ...lasting, deletion: { policy: 'Snapshot', protection: 'Disabled' } },
  Production: lasting,
  Preview: small,
  Sandbox: small,
}

/** What a container requests that does not say: quotas count requests, and refuse a pod that has none. */
export const defaultRequest = { cpu: '100m', memory: '128Mi' } as const

/** What a container of a service is given that does not say. */
export const serviceResources = { cpu: '100m', memory: '256Mi' } as const

/** Sunday, two hours after the default backup. UTC. */
export const maintenanceWindow = { dayOfWeek: 'Sunday', startTime: '04:00', durationMinutes: 60 } as const

/** RFC 1918: what a claim may open itself to when the platform says nothing. */
export const allowedCidrs: readonly string[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']
