import type { Source } from '../../functions/kinds/database/restore/source.ts'
import type { Provider } from '../../apis/blocks/placement.ts'
import { onAws, type AwsDatabase } from '../../functions/kinds/database/aws/database.ts'
import { onAzure, type AzureDatabase } from '../../functions/kinds/database/azure/database.ts'
import type { Database } from '../../functions/kinds/database/database.ts'
import { onGcp, type GcpDatabase } from '../../functions/kinds/database/gcp/database.ts'
import { onKubernetes, type KubernetesDatabase } from '../../functions/kinds/database/kubernetes/database.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { composedName } from '../../functions/runtime/names.ts'
import type { Emit, Entry, Plan } from '../../functions/runtime/plan.ts'
import { objectAt, steps, textAt } from '../../functions/runtime/read.ts'
import type { AwsFacts, AzureFacts, Facts, GcpFacts, KubernetesFacts } from '../../functions/settings/facts.ts'
import { databaseClaim } from '../harness/claims.ts'
import { observed, type Description } from '../runtime/fixtures.ts'

export const owner = { name: 'orders', uid: '4f6b' }

/** What Crossplane sends for a database claim. */
export const observedDatabase = ({ claim = {}, ...sent }: Description = {}) => {
  const metadata = { ...owner, ...objectAt(claim, 'metadata') }
  return observed({ ...sent, claim: { ...claim, ...databaseClaim(objectAt(claim, 'spec'), metadata) } })
}

/** The name that a resource of the fixtures' claim gets. */
export const name = (key: string): string => composedName(owner, key)

const account = {
  providerConfigRef: { kind: 'ClusterProviderConfig', name: 'default' },
  tags: { 'cost-center': '4711' },
} as const

/** Each provider described with what it can't do without. */
export const facts = {
  AWS: {
    provider: 'AWS',
    path: 'XPlatform/default spec.providers.aws',
    region: { name: 'eu-west-1', network: { vpcId: 'vpc-1', databaseSubnetIds: ['subnet-1', 'subnet-2'] } },
    ...account,
  },
  GCP: {
    provider: 'GCP',
    path: 'XPlatform/default spec.providers.gcp',
    region: { name: 'europe-west1', network: { network: 'projects/acme/global/networks/main' } },
    project: 'acme',
    ...account,
  },
  Azure: {
    provider: 'Azure',
    path: 'XPlatform/default spec.providers.azure',
    region: { name: 'westeurope', network: { virtualNetworkId: '/vnet', databaseSubnetId: '/subnet' } },
    resourceGroup: 'acme-data',
    ...account,
  },
  Kubernetes: { provider: 'Kubernetes' },
} as const satisfies { readonly [P in Provider]: Extract<Facts, { provider: P }> }

/** A small, private database with everything decided, changed where a test is about it. */
export const database = (change: Partial<Database> = {}, sent: Description = {}): Database => {
  const seen = observedDatabase(sent)
  return {
    claim: seen.claim,
    observed: seen,
    provider: 'AWS',
    environment: 'Development',
    inEnvironment: false,
    facts: facts.AWS,
    account: 'Platform',
    size: { name: 'small', cpu: '1', memory: '2Gi', storage: '20Gi', machine: 'machine-1' },
    version: '17',
    availability: 'SingleZone',
    state: 'Active',
    storage: { size: '50Gi', sizeGi: 50, maxSizeGi: undefined, type: 'SSD', iops: undefined, throughput: undefined },
    databases: [{ name: 'orders' }],
    network: { exposure: 'Private', services: [], cidrs: [], port: 5432 },
    encryption: { atRest: 'ProviderManaged', inTransit: 'Required' },
    backup: {
      target: 'Cloud',
      policy: 'daily',
      schedule: '0 2 * * *',
      startTime: '02:00',
      windowMinutes: 60,
      retentionDays: 7,
      pointInTimeRecovery: 'Enabled',
    },
    beginning: undefined,
    maintenance: { dayOfWeek: 'Sunday', startTime: '04:00', durationMinutes: 60 },
    deletion: { policy: 'Delete', protection: 'Disabled' },
    secretName: 'orders-conn',
    origins: {},
    deviations: [],
    ...change,
  }
}

interface Case<Region> {
  readonly db?: Partial<Database>
  readonly sent?: Description
  /** Merged over the facts of the region, or of the cluster. */
  readonly place?: Partial<Region>
}

export const awsDatabase = ({ db, sent, place }: Case<AwsFacts['region']> = {}): AwsDatabase => {
  const own = { ...facts.AWS, region: { ...facts.AWS.region, ...place } }
  return onAws(database({ facts: own, ...db }, sent), own)
}

export const gcpDatabase = ({ db, sent, place }: Case<GcpFacts['region']> = {}): GcpDatabase => {
  const own = { ...facts.GCP, region: { ...facts.GCP.region, ...place } }
  return onGcp(database({ provider: 'GCP', facts: own, ...db }, sent), own)
}

export const azureDatabase = ({ db, sent, place }: Case<AzureFacts['region']> = {}): AzureDatabase => {
  const own = { ...facts.Azure, region: { ...facts.Azure.region, ...place } }
  return onAzure(database({ provider: 'Azure', facts: own, ...db }, sent), own)
}

export const kubernetesDatabase = ({ db, sent, place }: Case<KubernetesFacts> = {}): KubernetesDatabase => {
  const own = { ...facts.Kubernetes, ...place }
  const backup = { ...database().backup, target: own.backupStore ? 'Store' : 'Snapshots' } as const
  return onKubernetes(database({ provider: 'Kubernetes', facts: own, backup, ...db }, sent), own)
}

/** An entry that is composed now; anything else fails the test. */
export const emitted = (entry: Entry | undefined): Emit => {
  if (entry?.state !== 'emit') throw new Error(`not composed: ${JSON.stringify(entry)}`)
  return entry
}

/** What stands at a dotted path of the resource that an entry composes. */
export const sent = (entry: Entry | undefined, path: string): JsonObject =>
  objectAt(emitted(entry).resource, ...steps(path))

export const forProvider = (entry: Entry | undefined): JsonObject => sent(entry, 'spec.forProvider')

/** What a managed resource says beside what it asks of its provider. */
export const managing = (entry: Entry | undefined): JsonObject => {
  const { forProvider: _asked, ...rest } = sent(entry, 'spec')
  return rest
}

/** Managed by the account's configuration, and deleted with the claim. */
export const whole = {
  managementPolicies: ['Observe', 'Create', 'Update', 'Delete'],
  providerConfigRef: account.providerConfigRef,
}

/** The same, but it goes with what contains it. */
export const contained = { ...whole, managementPolicies: ['Observe', 'Create', 'Update'] }

/** A plan at a glance: each key with the kind that is composed, or why not. */
export const outline = (plan: Plan): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(plan).map(([key, entry]) => {
      if (entry?.state === 'emit') return [key, textAt(entry.resource, 'kind') ?? '']
      return [key, entry?.state === 'waiting' ? `waiting for ${entry.on}` : 'absent']
    }),
  )

/** A composed resource as the provider reports it. */
export const reported = (atProvider: JsonObject, more: JsonObject = {}): JsonObject => ({
  ...more,
  status: { atProvider },
})

/** A database that another one may be made of. */
export const restorable: Source = {
  provider: 'AWS',
  region: 'eu-west-1',
  account: 'default',
  version: '16',
  storage: '50Gi',
  database: 'stock',
  atRest: 'ProviderManaged',
  exposure: 'Private',
  state: 'Active',
  pointInTimeRecovery: 'Enabled',
  retentionDays: 7,
  createdAt: '2026-11-20T00:00:00Z',
}
