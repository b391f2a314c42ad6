import type { JsonObject } from '../../functions/runtime/json.ts'
import { databaseClaim, environmentClaim, platform, serviceClaim } from '../harness/claims.ts'
import { brokenServiceRules } from './service-rules.ts'
import { brokenTrafficRules } from './traffic-rules.ts'

/** What an API server refuses by a rule of the schema (CEL), where it points, and in which words of ours. */
export interface BrokenRule {
  readonly why: string
  /** What was accepted before; nothing for a rule that looks at one object. */
  readonly before?: JsonObject
  readonly object: JsonObject
  readonly path: string
  readonly says: string
}

const change = (why: string, before: JsonObject, after: JsonObject, path: string, says: string): BrokenRule => ({
  why,
  before: databaseClaim(before),
  object: databaseClaim(after),
  path,
  says,
})

const claim = (why: string, spec: JsonObject, path: string, says: string): BrokenRule => ({
  why,
  object: databaseClaim(spec),
  path,
  says,
})

const environment = (why: string, object: JsonObject, path: string, says: string): BrokenRule => ({
  why,
  object,
  path,
  says,
})

const watched = (why: string, observability: JsonObject, path: string, says: string): BrokenRule => ({
  why,
  object: serviceClaim({ observability }),
  path: `spec.observability.${path}`,
  says,
})

/** Every rule of every kind at least once; transitions.test.ts fails for one that is missing here. */
export const brokenRules: readonly BrokenRule[] = [
  change(
    'a shrinking disk',
    { storage: { size: '1Ti' } },
    { storage: { size: '1000Gi' } },
    'spec.storage.size',
    "a disk can't shrink",
  ),
  change(
    'backups that a database is to begin with when it is there already',
    {},
    { restoreFrom: { database: { name: 'stock' } } },
    'spec.restoreFrom',
    'restoreFrom only counts when the database is made',
  ),
  change(
    'other backups than those that it was made of',
    { restoreFrom: { database: { name: 'stock' } } },
    { restoreFrom: { database: { name: 'stock', namespace: 'shop' } } },
    'spec.restoreFrom',
    'restoreFrom only counts when the database is made',
  ),
  change('an older version', { version: '17' }, { version: '16' }, 'spec.version', 'a database can’t be downgraded'),
  change(
    'another provider',
    { placement: { provider: 'AWS' } },
    { placement: { provider: 'GCP' } },
    'spec.placement.provider',
    "provider can't change",
  ),
  change(
    'another region',
    { placement: { region: 'eu-west-1' } },
    { placement: { region: 'eu-west-2' } },
    'spec.placement.region',
    "region can't change",
  ),
  change(
    'another key',
    { encryption: { atRest: 'ProviderManaged' } },
    { encryption: { atRest: 'CustomerManaged' } },
    'spec.encryption.atRest',
    "atRest can't change",
  ),
  change(
    'another connection Secret',
    {},
    { writeConnectionSecretToRef: { name: 'other' } },
    'spec.writeConnectionSecretToRef',
    "the connection Secret can't move",
  ),
  change(
    'another collation',
    { databases: [{ name: 'a', collation: 'C' }] },
    { databases: [{ name: 'a', collation: 'POSIX' }] },
    'spec.databases[0].collation',
    'collation is fixed',
  ),
  change(
    'another encoding',
    { databases: [{ name: 'a', collation: 'C', encoding: 'UTF8' }] },
    { databases: [{ name: 'a', collation: 'C', encoding: 'LATIN1' }] },
    'spec.databases[0].encoding',
    'encoding is fixed',
  ),
  claim(
    'LATIN1 with a UTF-8 collation',
    { databases: [{ name: 'a', encoding: 'LATIN1' }] },
    'spec.databases[0].collation',
    'LATIN1 needs collation C',
  ),
  claim(
    'a reserved name',
    { databases: [{ name: 'user' }] },
    'spec.databases[0].name',
    'the name belongs to the server',
  ),
  claim(
    'a schedule and a window',
    { backup: { schedule: '0 1 * * *', window: { startTime: '01:00' } } },
    'spec.backup.schedule',
    'give a schedule or a window, not both',
  ),
  {
    why: 'other backups for a database of an environment than those that it was made of',
    before: environmentClaim({
      databases: [{ name: 'orders', spec: { restoreFrom: { database: { name: 'stock' } } } }],
    }),
    object: environmentClaim({ databases: [{ name: 'orders', spec: { restoreFrom: { database: { name: 'old' } } } }] }),
    path: 'spec.databases[0].spec.restoreFrom',
    says: 'restoreFrom only counts when the database is made',
  },
  environment(
    'a name of Kubernetes’ own',
    environmentClaim({}, { name: 'kube-node-lease' }),
    '',
    'the name belongs to Kubernetes or Crossplane',
  ),
  environment('Crossplane’s name', environmentClaim({}, { name: 'crossplane-system' }), '', 'the name belongs to'),
  environment('the default namespace', environmentClaim({}, { name: 'default' }), '', 'the name belongs to'),
  environment(
    'a clone of itself',
    environmentClaim({ cloneFrom: { environment: 'mirror' } }, { name: 'mirror' }),
    'spec.cloneFrom.environment',
    'it can’t be made after itself',
  ),
  environment('a name with dots', environmentClaim({}, { name: 'a.b' }), '', 'a Namespace’s name has no dots'),
  environment(
    'labels on a Namespace that is not its own',
    environmentClaim({ namespace: { mode: 'Existing', labels: { a: 'b' } } }),
    'spec.namespace.mode',
    'the Namespace is somebody else’s',
  ),
  environment(
    'egress that opens nothing',
    environmentClaim({ networking: { egress: { allow: [{ name: 'a', cidr: '10.0.0.0/8' }] } } }),
    'spec.networking.egress.allow',
    'allow opens nothing unless mode is Restricted',
  ),
  environment(
    'a role for everybody',
    environmentClaim({
      access: [{ name: 'a', role: 'Admin', subject: { kind: 'Group', name: 'system:authenticated' } }],
    }),
    'spec.access[0].subject.name',
    'names that begin with system: belong to Kubernetes',
  ),
  ...(['cpu', 'memory'] as const).flatMap(resource => {
    const [less, more] = resource === 'cpu' ? ['500m', '1'] : ['512Mi', '1Gi']
    const pairs = [
      ['defaultRequest', 'default'],
      ['default', 'max'],
      ['defaultRequest', 'max'],
    ] as const
    return pairs.map(([first, second]) =>
      environment(
        `a container’s ${first} of ${resource} above its ${second}`,
        environmentClaim({ limits: { [first]: { [resource]: more ?? '' }, [second]: { [resource]: less ?? '' } } }),
        `spec.limits.${first}`,
        `${first}.${resource} is more than ${second}.${resource}`,
      ),
    )
  }),
  {
    why: 'a Namespace that would change hands',
    before: environmentClaim({}),
    object: environmentClaim({ namespace: { mode: 'Existing' } }),
    path: 'spec.namespace.mode',
    says: "mode can't change",
  },
  watched(
    'a path of metrics that nothing fetches',
    { metrics: { mode: 'OTLP', path: '/metrics' } },
    'metrics.mode',
    'portName, path and intervalSeconds are for Scrape',
  ),
  watched(
    'a share of traces that are not made',
    { tracing: { mode: 'Disabled', samplingPercent: 5 } },
    'tracing.mode',
    'samplingPercent is for Auto and SDK',
  ),
  watched(
    'a channel of alerts that are not raised',
    { alerting: { mode: 'Disabled', channels: ['slack'] } },
    'alerting.mode',
    'channels, rules and slos are for alerts',
  ),
  watched(
    'a time of an objective that has none',
    { alerting: { slos: [{ name: 'a', type: 'Availability', thresholdMilliseconds: 250 }] } },
    'alerting.slos[0].thresholdMilliseconds',
    'thresholdMilliseconds is for Latency',
  ),
  watched(
    'an objective of Latency without a time',
    { alerting: { slos: [{ name: 'a', type: 'Latency' }] } },
    'alerting.slos[0].thresholdMilliseconds',
    'thresholdMilliseconds is for Latency',
  ),
  {
    why: 'Azure’s queues without a place',
    object: platform({ integrations: { autoscaling: { engine: 'KEDA', queues: [{ provider: 'Azure' }] } } }),
    path: 'spec.integrations.autoscaling.queues[0].serviceBusNamespace',
    says: 'serviceBusNamespace is for Azure, which needs it',
  },
  {
    why: 'a second platform',
    object: { ...platform({}), metadata: { name: 'second' } },
    path: '',
    says: 'there is one XPlatform, and it is named default',
  },
  ...brokenServiceRules,
  ...brokenTrafficRules,
]
