import type { Provider } from '../../apis/blocks/placement.ts'
import type { ErrorCode } from '../../functions/runtime/errors.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { databaseClaim, platform } from '../harness/claims.ts'

/** A claim that is refused, on which platform, and where the message points. */
export interface RefusalCase {
  readonly code: ErrorCode
  readonly why: string
  readonly claim: JsonObject
  readonly provider?: Provider
  /** `undefined`: the example platform. */
  readonly platform?: JsonObject
  readonly path: string
  /** What the message has to contain for the person to know what to write instead. */
  readonly says: RegExp
}

const on = (provider: Provider, spec: JsonObject): { claim: JsonObject; provider: Provider } => ({
  claim: databaseClaim(spec),
  provider,
})

const ranges = (cidr: string) => ({ network: { allowedCidrs: [{ name: 'office', cidr }] } })

/** Claims that a new control plane refuses at once. What needs a history is in transitions.test.ts. */
export const refusals: readonly RefusalCase[] = [
  {
    code: 'UnknownSize',
    why: 'a size that nobody declared',
    ...on('AWS', { size: 'huge' }),
    path: 'spec.size',
    says: /small, medium, large, xlarge/,
  },
  {
    code: 'UnknownBackupPolicy',
    why: 'a policy that nobody declared',
    ...on('GCP', { backup: { policy: 'never' } }),
    path: 'spec.backup.policy',
    says: /daily, weekly, hourly|weekly, hourly/,
  },
  {
    code: 'UnsupportedByProvider',
    why: 'a version that the provider lacks',
    ...on('GCP', { version: '18' }),
    path: 'spec.version',
    says: /GCP offers 17, 16, 15/,
  },
  {
    code: 'UnsupportedByProvider',
    why: 'a disk type that the provider lacks',
    ...on('Azure', { storage: { type: 'HighIOPS' } }),
    path: 'spec.storage.type',
    says: /Azure offers SSD/,
  },
  {
    code: 'UnsupportedByProvider',
    why: 'a guaranteed rate',
    ...on('Kubernetes', { storage: { iops: 5000 } }),
    path: 'spec.storage.iops',
    says: /leave it out/,
  },
  {
    code: 'UnsupportedByProvider',
    why: 'a disk that grows by itself',
    ...on('Kubernetes', { storage: { maxSize: '1Ti' } }),
    path: 'spec.storage.maxSize',
    says: /leave it out/,
  },
  {
    code: 'UnsupportedByProvider',
    why: 'a port of its own',
    ...on('GCP', { network: { port: 6000 } }),
    path: 'spec.network.port',
    says: /GCP offers 5432/,
  },
  {
    code: 'UnsupportedByProvider',
    why: 'a final snapshot',
    ...on('Azure', { deletion: { policy: 'Snapshot' } }),
    path: 'spec.deletion.policy',
    says: /Orphan, Delete/,
  },
  {
    code: 'UnsupportedByProvider',
    why: 'backups by the hour',
    ...on('AWS', { backup: { schedule: '0 * * * *' } }),
    path: 'spec.backup.schedule',
    says: /AWS offers Daily/,
  },
  {
    code: 'UnsupportedByProvider',
    why: 'backups kept too short',
    ...on('Azure', { backup: { retentionDays: 3 } }),
    path: 'spec.backup.retentionDays',
    says: /7 to 35/,
  },
  {
    code: 'UnsupportedByProvider',
    why: 'an encoding',
    ...on('GCP', { databases: [{ name: 'a', encoding: 'LATIN1', collation: 'C' }] }),
    path: 'spec.databases[a].encoding',
    says: /GCP offers UTF8/,
  },
  {
    code: 'UnsupportedByProvider',
    why: 'a region in a cluster',
    ...on('Kubernetes', { placement: { region: 'eu-west-1' } }),
    path: 'spec.placement.region',
    says: /leave it out/,
  },
  {
    code: 'UnsupportedByProvider',
    why: 'more disk than there is',
    ...on('Azure', { storage: { size: '40Ti' } }),
    path: 'spec.storage.size',
    says: /32767Gi/,
  },
  {
    code: 'UnsupportedByProvider',
    why: 'a server that its provider can’t stop',
    ...on('Azure', { state: 'Stopped' }),
    path: 'spec.state',
    says: /Azure offers Active/,
  },
  {
    code: 'InvalidCombination',
    why: 'a standby for a burstable machine',
    ...on('Azure', { availability: 'MultiZone' }),
    path: 'spec.availability',
    says: /medium or larger/,
  },
  {
    code: 'InvalidCombination',
    why: 'a small disk with a guaranteed rate',
    ...on('AWS', { storage: { iops: 12000 } }),
    path: 'spec.storage.iops',
    says: /400Gi/,
  },
  {
    code: 'InvalidCombination',
    why: 'windows that overlap',
    ...on('AWS', {
      backup: { window: { startTime: '03:00' } },
      maintenanceWindow: { dayOfWeek: 'Monday', startTime: '03:30' },
    }),
    path: 'spec.maintenanceWindow',
    says: /move one of them/,
  },
  {
    code: 'InvalidCombination',
    why: 'public, and nobody may connect',
    ...on('GCP', { network: { exposure: 'Public' } }),
    path: 'spec.network.allowedCidrs',
    says: /name the ranges/,
  },
  {
    code: 'InvalidCombination',
    why: 'a growth limit below the size',
    ...on('AWS', { storage: { size: '100Gi', maxSize: '100Gi' } }),
    path: 'spec.storage.maxSize',
    says: /at least 110Gi/,
  },
  {
    code: 'RegionNotAllowed',
    why: 'a region that is not open',
    ...on('AWS', { placement: { region: 'us-east-1' } }),
    path: 'spec.placement.region',
    says: /AWS offers eu-west-1/,
  },
  {
    code: 'ExposureNotAllowed',
    why: 'public where the platform says nothing',
    ...on('Kubernetes', { network: { exposure: 'Public', allowedCidrs: [{ name: 'a', cidr: '10.0.0.0/8' }] } }),
    platform: platform({}),
    path: 'spec.network.exposure',
    says: /allowed is Private/,
  },
  {
    code: 'CidrNotAllowed',
    why: 'the whole internet',
    ...on('AWS', ranges('0.0.0.0/0')),
    path: 'spec.network.allowedCidrs[office].cidr',
    says: /10\.0\.0\.0\/8/,
  },
  {
    code: 'InvalidClaim',
    why: 'a range with host bits',
    ...on('AWS', ranges('10.1.2.3/16')),
    path: 'spec.network.allowedCidrs[office].cidr',
    says: /write 10\.1\.0\.0\/16/,
  },
  {
    code: 'InvalidClaim',
    why: 'a range that is none',
    ...on('AWS', ranges('999.0.0.0/8')),
    path: 'spec.network.allowedCidrs[office].cidr',
    says: /not an IPv4 range/,
  },
  {
    code: 'PlacementConflict',
    why: 'a pinned Composition of another provider',
    ...on('AWS', { placement: { provider: 'GCP' } }),
    path: 'spec.placement.provider',
    says: /the Composition is for AWS/,
  },
  {
    code: 'ProviderNotConfigured',
    why: 'a provider that the platform does not describe',
    ...on('AWS', {}),
    platform: platform({}),
    path: 'XPlatform/default spec.providers.aws',
    says: /AWS is not described/,
  },
  {
    code: 'MissingPlatformFact',
    why: 'a region without a network',
    ...on('AWS', {}),
    platform: platform({ providers: { aws: { regions: [{ name: 'eu-west-1' }] } } }),
    path: 'XPlatform/default spec.providers.aws.regions[eu-west-1].network',
    says: /not described/,
  },
  {
    code: 'MissingPlatformFact',
    why: 'a size without a machine',
    ...on('AWS', { size: 'tiny' }),
    platform: platform({
      providers: { aws: { regions: [{ name: 'r', network: { vpcId: 'v', databaseSubnetIds: ['a', 'b'] } }] } },
      classes: { sizes: [{ name: 'tiny', cpu: '1', memory: '1Gi' }] },
    }),
    path: 'XPlatform/default spec.classes.sizes[tiny].aws',
    says: /names no machine for AWS/,
  },
  {
    code: 'MissingPlatformFact',
    why: 'a key of the customer’s that nobody registered',
    ...on('GCP', { encryption: { atRest: 'CustomerManaged' } }),
    platform: platform({ providers: { gcp: { project: 'p', regions: [{ name: 'r', network: { network: 'n' } }] } } }),
    path: 'XPlatform/default spec.providers.gcp.regions[r].encryptionKey',
    says: /needs a key/,
  },
  {
    code: 'MissingPlatformFact',
    why: 'recovery to a moment without a store for the log',
    ...on('Kubernetes', { backup: { pointInTimeRecovery: 'Enabled' } }),
    platform: platform({}),
    path: 'XPlatform/default spec.providers.kubernetes.backupStore',
    says: /needs a store/,
  },
]
