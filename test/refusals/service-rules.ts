import type { JsonObject } from '../../functions/runtime/json.ts'
import { serviceClaim } from '../harness/claims.ts'
import type { BrokenRule } from './rules.ts'

const database = (spec: JsonObject): JsonObject => serviceClaim({ databases: [{ name: 'orders', ...spec }] })
const [there, other] = [{ ref: { name: 'a' } }, { ref: { name: 'b' } }]

const changed = (why: string, before: JsonObject, after: JsonObject, field: string, says: string): BrokenRule => {
  const volume = (change: JsonObject) => ({
    volumes: [{ name: 'data', mountPath: '/data', type: 'Shared', size: '2Gi', className: 'nfs', ...change }],
  })
  return {
    why,
    before: serviceClaim(volume(before)),
    object: serviceClaim(volume(after)),
    path: `spec.volumes[0].${field}`,
    says,
  }
}
const one = (why: string, spec: JsonObject, path: string, says: string): BrokenRule => ({
  why,
  object: serviceClaim(spec),
  path: `spec.${path}`,
  says,
})
const queue = { name: 'orders', messagesPerReplica: 20 }
const metric = (spec: JsonObject): JsonObject => serviceClaim({ scaling: { metrics: [{ name: 'a', ...spec }] } })

/** The rules of services that environments have as well, and those about what they are scaled by. */
export const brokenServiceRules: readonly BrokenRule[] = [
  {
    why: 'more pods at least than at most',
    object: serviceClaim({ replicas: { min: 3, max: 2 } }),
    path: 'spec.replicas.max',
    says: 'max is less than min',
  },
  {
    why: 'a database that is there and to be made',
    object: database({ ...there, spec: {} }),
    path: 'spec.databases[0].ref',
    says: 'give ref for a database that is there, or spec for one to be made, not both',
  },
  {
    why: 'another database under its name',
    before: database(there),
    object: database(other),
    path: 'spec.databases[0].ref',
    says: 'a database can’t be exchanged under its name',
  },
  {
    why: 'backups that its database is to begin with when it is there already',
    before: database({ name: 'orders' }),
    object: database({ name: 'orders', spec: { restoreFrom: { database: { name: 'stock' } } } }),
    path: 'spec.databases[0].spec.restoreFrom',
    says: 'restoreFrom only counts when the database is made',
  },
  {
    why: 'a variable with two values',
    object: serviceClaim({ env: [{ name: 'A', value: 'b', secretKeyRef: { name: 'c', key: 'd' } }] }),
    path: 'spec.env[0].name',
    says: 'give one of value, secretKeyRef, configMapKeyRef and bindingKeyRef',
  },
  {
    why: 'a queue that nobody names',
    object: metric({ type: 'Queue' }),
    path: 'spec.scaling.metrics[0].queue',
    says: 'queue is for Queue, which needs it',
  },
  {
    why: 'a queue for something else',
    object: metric({ type: 'CPU', queue }),
    path: 'spec.scaling.metrics[0].queue',
    says: 'queue is for Queue, which needs it',
  },
  {
    why: 'a query without an amount',
    object: metric({ type: 'Prometheus', query: 'a' }),
    path: 'spec.scaling.metrics[0].query',
    says: 'query and targetValue are for Prometheus, which needs both',
  },
  {
    why: 'a time of day without an end',
    object: metric({ type: 'Cron', start: '0 8 * * *', replicas: 2 }),
    path: 'spec.scaling.metrics[0].start',
    says: 'start, end, replicas and timeZone are for Cron, which needs the first three',
  },
  {
    why: 'a share of a query',
    object: metric({ type: 'Prometheus', query: 'a', targetValue: '1', targetPercent: 50 }),
    path: 'spec.scaling.metrics[0].targetPercent',
    says: 'targetPercent is for CPU and Memory',
  },
  {
    why: 'a name that is no address',
    object: serviceClaim({}, { name: '1st' }),
    path: '',
    says: 'the name becomes an address',
  },
  one(
    'a budget both ways',
    { disruption: { minAvailable: '1', maxUnavailable: '1' } },
    'disruption.minAvailable',
    'give minAvailable or maxUnavailable',
  ),
  one(
    'a file with two contents',
    { files: [{ path: '/a', content: 'b', secretKeyRef: { name: 'c', key: 'd' } }] },
    'files[0].path',
    'give one of content',
  ),
  one(
    'a probe in two ways',
    { probes: { liveness: { path: '/a', command: ['b'] } } },
    'probes.liveness.path',
    'give one of path, grpc and command',
  ),
  one(
    'steps of what has none',
    { rollout: { strategy: 'Recreate', maxSurge: '1' } },
    'rollout.strategy',
    'maxUnavailable and maxSurge are for',
  ),
  one(
    'steps of nothing',
    { rollout: { maxUnavailable: '0', maxSurge: '0%' } },
    'rollout.maxSurge',
    'one of maxUnavailable and maxSurge',
  ),
  one(
    'a way out to two places',
    {
      networking: {
        egress: { mode: 'Restricted', allow: [{ name: 'a', cidr: '192.0.2.0/24', service: { name: 'b' } }] },
      },
    },
    'networking.egress.allow[0].cidr',
    'give cidr for addresses outside',
  ),
  one(
    'an override of nothing',
    { overrides: [{ target: 'deployment', reason: 'why' }] },
    'overrides[0].target',
    'give one of merge and jsonPatch',
  ),
  changed('a smaller volume', {}, { size: '1Gi' }, 'size', 'a volume can’t shrink'),
  changed('a volume of another class', {}, { className: 'other' }, 'className', 'a volume can’t change its class'),
  changed('a volume of another type', {}, { type: 'Ephemeral' }, 'type', "type can't change"),
  one(
    'root without a reason',
    { security: { podSecurity: { level: 'Baseline' } } },
    'security.podSecurity.reason',
    'Baseline needs a reason',
  ),
]
