import type { JsonObject } from '../../functions/runtime/json.ts'
import { environmentService } from '../../apis/environment/service.ts'
import { databaseRequestChanges } from './database-request.ts'
import { leaves } from './leaves.ts'
import { serviceChanges } from './service-values.ts'

type Change = readonly [before: JsonObject, after: JsonObject]

const database = (before: JsonObject, after: JsonObject): Change => [
  { databases: [{ name: 'orders', ...before }] },
  { databases: [{ name: 'orders', ...after }] },
]

/** What a service is asked for is the same in an environment: the same changes, one level further down. */
const services = (): Readonly<Record<string, Change>> => {
  const spec = (value: JsonObject): JsonObject => ({ services: [{ name: 'api', spec: value }] })
  const prefix = 'spec.'
  return Object.fromEntries(
    leaves(environmentService)
      .filter(field => field.startsWith(prefix))
      .map(field => {
        const [before, after] = serviceChanges[field.slice(prefix.length)] ?? [{}, {}]
        return [`services[].${field}`, [spec(before), spec(after)]]
      }),
  )
}

const access = (before: JsonObject, after: JsonObject): Change => {
  const item = (change: JsonObject) => ({
    name: 'team',
    subject: { kind: 'Group', name: 'g' },
    role: 'Viewer',
    ...change,
  })
  return [{ access: [item(before)] }, { access: [item(after)] }]
}

const allow = (before: JsonObject, after: JsonObject): Change => {
  const spec = (change: JsonObject) => ({
    networking: { egress: { mode: 'Restricted', allow: [{ name: 'a', cidr: '10.0.0.0/8', ...change }] } },
  })
  return [spec(before), spec(after)]
}

const account = (namespace: JsonObject): JsonObject => ({
  subject: { kind: 'ServiceAccount', name: 's', ...namespace },
})

const defaults = (after: JsonObject): Change => [{}, { defaults: after }]

const lifecycle = (before: JsonObject, after: JsonObject): Change => [{ lifecycle: before }, { lifecycle: after }]

const schedule = (before: JsonObject, after: JsonObject): Change => {
  const nights = { suspend: '0 20 * * *', resume: '0 7 * * *' }
  return lifecycle({ schedule: { ...nights, ...before } }, { schedule: { ...nights, ...after } })
}

const seed = (before: JsonObject, after: JsonObject): Change => {
  const image = 'registry.example.com/shop/seed:1'
  return database({ seed: { image, ...before } }, { seed: { image, ...after } })
}

/** Fields that are about time: what they change is told, and comes later. test/safety/ waits for it. */
export const told: Readonly<Record<string, RegExp>> = {
  // What services in it go by: test/safety/domains.test.ts.
  'networking.domain': /"domain":"shop\.company\.example"/,
  'networking.allowedDomains[]': /"allowedDomains":\["company\.example"\]/,
  'lifecycle.ttl': /"expiresAt":"2026-01-01T02/,
  'lifecycle.expireAction': /it is suspended/,
  'lifecycle.schedule.suspend': /"nextSuspendTime":"2026-01-01T19/,
  'lifecycle.schedule.resume': /"nextResumeTime":"2026-01-02T08/,
  'lifecycle.schedule.timeZone': /"nextSuspendTime":"2026-01-01T19/,
  'lifecycle.state': /"state":"Suspended"/,
}

/** For each field of an XEnvironment: one without it, or with one value, and the same one with another. */
export const environmentChanges: Readonly<Record<string, Change>> = {
  type: [{}, { type: 'Production' }],
  displayName: [{}, { displayName: 'The shop' }],
  team: [{}, { team: 'checkout' }],
  'cloneFrom.environment': [{}, { cloneFrom: { environment: 'elsewhere' } }],
  'cloneFrom.databases': [
    { cloneFrom: { environment: 'original' } },
    { cloneFrom: { environment: 'original', databases: 'None' } },
  ],
  'databases[].name': [{ databases: [{ name: 'one' }] }, { databases: [{ name: 'two' }] }],
  ...databaseRequestChanges('databases[].spec', database),
  'databases[].seed.image': seed({}, { image: 'registry.example.com/shop/seed:2' }),
  'databases[].seed.command[]': seed({}, { command: ['/seed'] }),
  'databases[].seed.args[]': seed({}, { args: ['orders'] }),
  'databases[].seed.timeoutSeconds': seed({}, { timeoutSeconds: 60 }),
  'databases[].seed.resources.cpu': seed({}, { resources: { cpu: '2' } }),
  'databases[].seed.resources.memory': seed({}, { resources: { memory: '1Gi' } }),
  'databases[].seed.resources.ephemeralStorage': seed({}, { resources: { ephemeralStorage: '5Gi' } }),
  'databases[].seed.resources.limits.cpu': seed({}, { resources: { limits: { cpu: '3' } } }),
  'databases[].seed.resources.limits.memory': seed({}, { resources: { limits: { memory: '2Gi' } } }),
  'services[].name': [{ services: [{ name: 'one' }] }, { services: [{ name: 'two' }] }],
  ...services(),
  'defaults.size': defaults({ size: 'large' }),
  'defaults.availability': defaults({ availability: 'MultiZone' }),
  'defaults.backupPolicy': defaults({ backupPolicy: 'weekly' }),
  'placement.provider': [{}, { placement: { provider: 'GCP' } }],
  'placement.region': [{ placement: { provider: 'GCP' } }, { placement: { provider: 'GCP', region: 'us-east1' } }],
  'access[].name': access({}, { name: 'others' }),
  'access[].subject.kind': access({}, { subject: { kind: 'User', name: 'g' } }),
  'access[].subject.name': access({}, { subject: { kind: 'Group', name: 'h' } }),
  'access[].subject.namespace': access(account({}), account({ namespace: 'ci' })),
  'access[].role': access({}, { role: 'Operator' }),
  'networking.domain': [{}, { networking: { domain: 'shop.company.example' } }],
  'networking.allowedDomains[]': [{}, { networking: { allowedDomains: ['company.example'] } }],
  'networking.isolation': [{}, { networking: { isolation: 'Strict' } }],
  'networking.egress.mode': [{}, { networking: { egress: { mode: 'Restricted' } } }],
  'networking.egress.allow[].name': allow({}, { name: 'b' }),
  'networking.egress.allow[].cidr': allow({}, { cidr: '10.1.0.0/16' }),
  'networking.egress.allow[].ports[]': allow({}, { ports: [443] }),
  'lifecycle.ttl': lifecycle({ ttl: '1h' }, { ttl: '2h' }),
  'lifecycle.expireAction': lifecycle({ ttl: '1h' }, { ttl: '1h', expireAction: 'Suspend' }),
  'lifecycle.schedule.suspend': schedule({}, { suspend: '0 19 * * *' }),
  'lifecycle.schedule.resume': schedule({}, { resume: '0 8 * * *' }),
  'lifecycle.schedule.timeZone': schedule({}, { timeZone: 'Europe/Berlin' }),
  'lifecycle.state': lifecycle({}, { state: 'Suspended' }),
  'quota.cpu': [{}, { quota: { cpu: '3' } }],
  'quota.memory': [{}, { quota: { memory: '3Gi' } }],
  'quota.storage': [{}, { quota: { storage: '3Gi' } }],
  'quota.pods': [{}, { quota: { pods: 3 } }],
  'quota.loadBalancers': [{}, { quota: { loadBalancers: 3 } }],
  'quota.databases': [{}, { quota: { databases: 3 } }],
  'limits.defaultRequest.cpu': [{}, { limits: { defaultRequest: { cpu: '50m' } } }],
  'limits.defaultRequest.memory': [{}, { limits: { defaultRequest: { memory: '64Mi' } } }],
  'limits.default.cpu': [{}, { limits: { default: { cpu: '1' } } }],
  'limits.default.memory': [{}, { limits: { default: { memory: '1Gi' } } }],
  'limits.max.cpu': [{}, { limits: { max: { cpu: '2' } } }],
  'limits.max.memory': [{}, { limits: { max: { memory: '2Gi' } } }],
  'podSecurity.level': [{}, { podSecurity: { level: 'Baseline' } }],
  'podSecurity.mode': [{}, { podSecurity: { mode: 'Warn' } }],
  'namespace.mode': [{}, { namespace: { mode: 'Existing' } }],
  'namespace.labels': [{}, { namespace: { labels: { 'example.org/cost': '1' } } }],
  'namespace.annotations': [{}, { namespace: { annotations: { 'example.org/note': 'a' } } }],
  'deletion.protection': [{}, { deletion: { protection: 'Enabled' } }],
}
