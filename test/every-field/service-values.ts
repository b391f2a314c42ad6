import type { JsonObject } from '../../functions/runtime/json.ts'
import { databaseRequestChanges } from './database-request.ts'
import { observabilityChanges } from './observability-values.ts'
import { scalingChanges } from './scaling-values.ts'
import { trafficChanges } from './traffic-values.ts'

type Change = readonly [before: JsonObject, after: JsonObject]

const top = (field: string, before: JsonObject, after: JsonObject): Change => [{ [field]: before }, { [field]: after }]
const item =
  (field: string, base: JsonObject) =>
  (before: JsonObject, after: JsonObject): Change => [
    { [field]: [{ ...base, ...before }] },
    { [field]: [{ ...base, ...after }] },
  ]

const resources = (before: JsonObject, after: JsonObject) => top('resources', before, after)
const env = item('env', { name: 'A' })
const file = item('files', { path: '/etc/a' })
const volume = item('volumes', { name: 'data', mountPath: '/data', type: 'Ephemeral' })
const claimed = item('volumes', { name: 'data', mountPath: '/data', type: 'Shared' })
const port = item('ports', { name: 'http', port: 8080 })
const container = item('additionalContainers', {
  name: 'proxy',
  role: 'Sidecar',
  image: 'registry.example.com/proxy:1',
})
const database = item('databases', { name: 'db' })
const seconds = { spec: { minReadySeconds: 5 } }
const affinity = { spec: { sessionAffinity: 'ClientIP' } }
const override = item('overrides', { target: 'deployment', reason: 'why', merge: seconds })
const patched = (before: JsonObject, after: JsonObject): Change => {
  const spec = (change: JsonObject) => ({
    overrides: [
      {
        target: 'deployment',
        reason: 'why',
        jsonPatch: [{ op: 'add', path: '/spec/minReadySeconds', value: 5, ...change }],
      },
    ],
  })
  return [spec(before), spec(after)]
}
const budget = (after: JsonObject): Change => [{ replicas: { min: 3 } }, { replicas: { min: 3 }, disruption: after }]
const job = (before: JsonObject, after: JsonObject): Change => {
  const spec = (change: JsonObject) => ({ rollout: { preDeploy: [{ name: 'a', command: ['a'], ...change }] } })
  return [spec(before), spec(after)]
}
const migration = (before: JsonObject, after: JsonObject): Change => {
  const spec = (change: JsonObject) => ({ databases: [{ name: 'db', migration: { command: ['a'], ...change } }] })
  return [spec(before), spec(after)]
}
const bind = (before: JsonObject, after: JsonObject): Change => database({ bind: before }, { bind: after })
const consumer = (before: JsonObject, after: JsonObject): Change => {
  const spec = (change: JsonObject) => ({
    ports: [
      { name: 'http', port: 8080 },
      { name: 'admin', port: 9090 },
    ],
    networking: { allowFrom: [{ name: 'shop', ...change }] },
  })
  return [spec(before), spec(after)]
}
const probe = (kind: string): Readonly<Record<string, Change>> => {
  const spec = (change: JsonObject) => ({
    ports: [
      { name: 'http', port: 8080 },
      { name: 'admin', port: 9090 },
    ],
    probes: { [kind]: change },
  })
  const change = (after: JsonObject, before: JsonObject = {}): Change => [spec(before), spec(after)]
  return Object.fromEntries(
    Object.entries({
      path: change({ path: '/a' }),
      grpc: change({ grpc: 'Health' }),
      portName: change({ portName: 'admin' }),
      'command[]': change({ command: ['a'] }),
      initialDelaySeconds: change({ initialDelaySeconds: 7 }),
      periodSeconds: change({ periodSeconds: 7 }),
      timeoutSeconds: change({ timeoutSeconds: 7 }),
      failureThreshold: change({ failureThreshold: 7 }),
    }).map(([field, values]) => [`probes.${kind}.${field}`, values]),
  )
}
const sources = (prefix: string, of: typeof env, none: JsonObject): Readonly<Record<string, Change>> => {
  const bound = (binding: string, key: string) => ({ bindingKeyRef: { binding, key } })
  const databases = [{ name: 'db' }, { name: 'other' }]
  const withDatabases = ([before, after]: Change): Change => [
    { databases, ...before },
    { databases, ...after },
  ]
  return {
    [`${prefix}.secretKeyRef.name`]: of(none, { secretKeyRef: { name: 'a', key: 'k' } }),
    [`${prefix}.secretKeyRef.key`]: of(
      { secretKeyRef: { name: 'a', key: 'k' } },
      { secretKeyRef: { name: 'a', key: 'l' } },
    ),
    [`${prefix}.configMapKeyRef.name`]: of(none, { configMapKeyRef: { name: 'a', key: 'k' } }),
    [`${prefix}.configMapKeyRef.key`]: of(
      { configMapKeyRef: { name: 'a', key: 'k' } },
      { configMapKeyRef: { name: 'a', key: 'l' } },
    ),
    [`${prefix}.bindingKeyRef.binding`]: withDatabases(of(bound('db', 'host'), bound('other', 'host'))),
    [`${prefix}.bindingKeyRef.key`]: withDatabases(of(bound('db', 'host'), bound('db', 'port'))),
  }
}
const inContainer = (before: JsonObject, after: JsonObject): Change =>
  container({ env: [{ name: 'A', ...before }] }, { env: [{ name: 'A', ...after }] })

const baseline = (reason: string): JsonObject => ({ security: { podSecurity: { level: 'Baseline', reason } } })

/** For each field of an XService: one without it, or with one value, and the same one with another. */
export const serviceChanges: Readonly<Record<string, Change>> = {
  image: [{}, { image: 'registry.example.com/shop/api:2.0.0' }],
  runtime: [{}, { runtime: 'java-21' }],
  team: [{}, { team: 'checkout' }],
  state: [{}, { state: 'Suspended' }],
  'command[]': [{}, { command: ['a'] }],
  'args[]': [{}, { args: ['a'] }],
  'resources.size': resources({}, { size: 'medium' }),
  'resources.gpu': resources({}, { gpu: 1 }),
  'resources.cpu': resources({}, { cpu: '2' }),
  'resources.memory': resources({}, { memory: '2Gi' }),
  'resources.ephemeralStorage': resources({}, { ephemeralStorage: '2Gi' }),
  'resources.limits.cpu': resources({}, { limits: { cpu: '2' } }),
  'resources.limits.memory': resources({}, { limits: { memory: '2Gi' } }),
  'env[].name': env({ value: 'a' }, { name: 'B', value: 'a' }),
  'env[].value': env({ value: 'a' }, { value: 'b' }),
  ...sources('env[]', env, { value: 'a' }),
  'files[].path': file({ content: 'a' }, { path: '/etc/b', content: 'a' }),
  'files[].content': file({ content: 'a' }, { content: 'b' }),
  ...sources('files[]', file, { content: 'a' }),
  'volumes[].name': volume({}, { name: 'other' }),
  'volumes[].mountPath': volume({}, { mountPath: '/other' }),
  'volumes[].type': volume({}, { type: 'Memory' }),
  'volumes[].size': volume({}, { size: '2Gi' }),
  'volumes[].className': claimed({}, { className: 'nfs' }),
  'ports[].name': port({}, { name: 'web' }),
  'ports[].port': port({}, { port: 8081 }),
  'ports[].protocol': port({}, { protocol: 'UDP' }),
  'ports[].appProtocol': port({}, { appProtocol: 'GRPC' }),
  'ports[].visibility': port({}, { visibility: 'Private' }),
  ...probe('readiness'),
  ...probe('liveness'),
  ...probe('startup'),
  'additionalContainers[].name': container({}, { name: 'other' }),
  'additionalContainers[].role': container({}, { role: 'NativeSidecar' }),
  'additionalContainers[].image': container({}, { image: 'registry.example.com/proxy:2' }),
  'additionalContainers[].command[]': container({}, { command: ['a'] }),
  'additionalContainers[].args[]': container({}, { args: ['a'] }),
  'additionalContainers[].env[].name': inContainer({ value: 'a' }, { name: 'B', value: 'a' }),
  'additionalContainers[].env[].value': inContainer({ value: 'a' }, { value: 'b' }),
  ...sources('additionalContainers[].env[]', inContainer, { value: 'a' }),
  'additionalContainers[].resources.cpu': container({}, { resources: { cpu: '2' } }),
  'additionalContainers[].resources.memory': container({}, { resources: { memory: '2Gi' } }),
  'additionalContainers[].resources.ephemeralStorage': container({}, { resources: { ephemeralStorage: '2Gi' } }),
  'additionalContainers[].resources.limits.cpu': container({}, { resources: { limits: { cpu: '2' } } }),
  'additionalContainers[].resources.limits.memory': container({}, { resources: { limits: { memory: '2Gi' } } }),
  ...scalingChanges,
  'scheduling.spread': top('scheduling', {}, { spread: 'Node' }),
  'scheduling.architecture': top('scheduling', {}, { architecture: 'ARM64' }),
  'disruption.minAvailable': budget({ minAvailable: '1' }),
  'disruption.maxUnavailable': budget({ maxUnavailable: '2' }),
  'rollout.strategy': top('rollout', {}, { strategy: 'Recreate' }),
  'rollout.maxUnavailable': top('rollout', {}, { maxUnavailable: '25%' }),
  'rollout.maxSurge': top('rollout', {}, { maxSurge: '2' }),
  'rollout.progressDeadlineSeconds': top('rollout', {}, { progressDeadlineSeconds: 60 }),
  'rollout.terminationGraceSeconds': top('rollout', {}, { terminationGraceSeconds: 60 }),
  'rollout.preDeploy[].name': job({}, { name: 'b' }),
  'rollout.preDeploy[].image': job({}, { image: 'registry.example.com/tool:1' }),
  'rollout.preDeploy[].command[]': job({}, { command: ['b'] }),
  'rollout.preDeploy[].args[]': job({}, { args: ['b'] }),
  'rollout.preDeploy[].timeoutSeconds': job({}, { timeoutSeconds: 60 }),
  'databases[].name': database({}, { name: 'other' }),
  'databases[].ref.name': database({ ref: { name: 'a' } }, { ref: { name: 'b' } }),
  ...databaseRequestChanges('databases[].spec', database),
  'databases[].bind.as': bind({}, { as: 'Files' }),
  'databases[].bind.prefix': bind({}, { prefix: 'ORDERS_' }),
  'databases[].bind.env[].key': bind({ env: [{ key: 'host', name: 'X' }] }, { env: [{ key: 'port', name: 'X' }] }),
  'databases[].bind.env[].name': bind({}, { env: [{ key: 'host', name: 'X' }] }),
  'databases[].bind.onChange': bind({}, { onChange: 'None' }),
  'databases[].migration.image': migration({}, { image: 'registry.example.com/tool:1' }),
  'databases[].migration.command[]': migration({}, { command: ['b'] }),
  'databases[].migration.args[]': migration({}, { args: ['b'] }),
  'databases[].migration.timeoutSeconds': migration({}, { timeoutSeconds: 60 }),
  'networking.allowFrom[].name': consumer({}, { name: 'other' }),
  'networking.allowFrom[].namespace': consumer({}, { namespace: 'team-b' }),
  'networking.allowFrom[].portName': consumer({}, { portName: 'admin' }),
  ...trafficChanges,
  'security.identity.permissions[]': top('security', {}, { identity: { permissions: ['read-invoices'] } }),
  ...observabilityChanges,
  'security.podSecurity.level': [{}, baseline('why')],
  // It is told, and changes nothing.
  'security.podSecurity.reason': [baseline('why'), baseline('other')],
  'security.container.rootFilesystem': top('security', {}, { container: { rootFilesystem: 'Writable' } }),
  'security.container.runAsUser': top('security', {}, { container: { runAsUser: 1000 } }),
  'security.container.runAsGroup': top('security', {}, { container: { runAsGroup: 1000 } }),
  'deletion.protection': top('deletion', {}, { protection: 'Enabled' }),
  'compliance.profiles[]': top('compliance', {}, { profiles: ['soc2'] }),
  'overrides[].target': override({ target: 'deployment', merge: seconds }, { target: 'service', merge: affinity }),
  // It is told, and changes nothing.
  'overrides[].reason': override({}, { reason: 'other' }),
  'overrides[].merge': override({ merge: seconds }, { merge: { spec: { minReadySeconds: 9 } } }),
  'overrides[].jsonPatch[].op': patched({}, { op: 'replace', path: '/spec/progressDeadlineSeconds' }),
  'overrides[].jsonPatch[].path': patched({}, { path: '/spec/revisionHistoryLimit' }),
  'overrides[].jsonPatch[].value': patched({}, { value: 9 }),
  'placement.provider': [
    { databases: [{ name: 'db' }] },
    { databases: [{ name: 'db' }], placement: { provider: 'GCP' } },
  ],
  'placement.region': [
    { databases: [{ name: 'db' }] },
    { databases: [{ name: 'db' }], placement: { region: 'eu-west-1' } },
  ],
}
