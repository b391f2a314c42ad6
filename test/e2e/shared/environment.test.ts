import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EnvironmentStatus } from '../../../apis/environment/status.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../../functions/runtime/read.ts'
import { databaseClaim, environmentClaim, unprotected } from '../../harness/claims.ts'
import { example, exampleNames } from '../../harness/files.ts'
import { condition, eventually } from '../objects.ts'
import {
  applyPlatform,
  cluster,
  eventsOf,
  kubectl,
  kubectlFile,
  leaveEnvironments,
  now,
  untilCondition,
  untilReady,
} from './bed.ts'

const made: JsonObject[] = []

/** An environment in this cluster, where databases take the least, of a name that no other test and no other try has. */
const named = (base: string, spec: JsonObject = {}): JsonObject => {
  const name = `${base}-${process.pid}-${made.length}`
  const environment = environmentClaim({ placement: { provider: 'Kubernetes' }, ...spec }, { name })
  made.push(environment)
  return environment
}

const nameOf = (object: JsonObject): string => textAt(object, 'metadata', 'name') ?? ''
const namespaceOf = (environment: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: nameOf(environment) },
})
const ending = async (object: JsonObject) => textAt(await now(object), 'metadata', 'deletionTimestamp') !== undefined

beforeAll(() => applyPlatform())

/** Its protection takes a moment to go. */
const untilTaken = (environment: JsonObject) =>
  eventually(async () => expect(await cluster.remove(environment)).toBeUndefined(), 60)

afterAll(() => leaveEnvironments(made))

/** What warns anywhere in an environment: of it, its Namespace and what is in that. */
const warningsIn = async (name: string): Promise<readonly string[]> =>
  (await cluster.list('v1', 'Event')).items
    .filter(
      event =>
        textAt(event, 'type') === 'Warning' &&
        (textAt(event, 'involvedObject', 'namespace') === name || textAt(event, 'involvedObject', 'name') === name),
    )
    .map(event => `${textAt(event, 'involvedObject', 'kind')}: ${textAt(event, 'message')}`)
    // There is no metrics server here.
    .filter(text => !text.includes('resource metrics API'))

describe.each(exampleNames('environment'))('the environment %s, in a real Crossplane', name => {
  const environment = example('environment', name)
  made.push(environment)

  it('becomes Ready, without a single warning', async () => {
    const began = performance.now()
    await cluster.apply(environment)
    await untilReady(environment, 120)
    const seconds = (performance.now() - began) / 1000
    // A database takes what the providers take.
    if (name === 'minimal') expect(seconds).toBeLessThan(10)
    const ready = await now(environment)
    expect(['Synced', 'Configured', 'Provisioned'].map(type => condition(ready, type).slice(0, 4))).toEqual(
      ['Synced', 'Configured', 'Provisioned'].map(() => 'True'),
    )
    expect(await warningsIn(nameOf(environment))).toEqual([])
  })

  it('has a Namespace with what the status says, and its databases with their Secrets', async () => {
    const status = objectAt(await now(environment), 'status') as unknown as EnvironmentStatus
    const labels = objectAt(await now(namespaceOf(environment)), 'metadata', 'labels')
    expect(labels).toMatchObject({
      'pod-security.kubernetes.io/enforce': status.effective?.podSecurity.level.toLowerCase(),
      'platform.roadbed.dev/environment': nameOf(environment),
    })
    expect(status.namespace).toBe(nameOf(environment))
    expect(await cluster.read('v1', 'ServiceAccount', status.serviceAccount ?? '', nameOf(environment))).toBeDefined()
    for (const { name: database, ready, secretName } of status.databases ?? []) {
      const claim = await now(databaseClaim({}, { name: database, namespace: nameOf(environment) }))
      expect(textAt(claim, 'status', 'effective', 'environment')).toBe(textAt(environment, 'spec', 'type'))
      expect(ready).toBe('True')
      expect(await cluster.read('v1', 'Secret', secretName ?? '', nameOf(environment))).toBeDefined()
    }
    expect(status.resources?.map(({ ready }) => ready)).not.toContain('False')
  })
})

describe('people in an environment', () => {
  const as = (group: string, ...args: readonly string[]) =>
    kubectl('auth', 'can-i', ...args, '--as=someone', `--as-group=${group}`).then(
      said => said.trim(),
      (problem: unknown) =>
        problem instanceof Error && 'stdout' in problem ? String(problem.stdout).trim() : 'failed',
    )

  it('can do what their role says, there and nowhere else', async () => {
    const access = (['Viewer', 'Operator', 'Developer', 'Admin'] as const).map(role => ({
      name: role.toLowerCase(),
      role,
      subject: { kind: 'Group', name: `e2e-${role.toLowerCase()}` },
    }))
    const environment = named('people', { access })
    await cluster.apply(environment)
    await untilReady(environment, 60)
    const rights = [
      ['get', 'pods'],
      ['delete', 'pods'],
      ['patch', 'deployments.apps', '--subresource=scale'],
      ['create', 'xdatabases.platform.roadbed.dev'],
      ['get', 'secrets'],
      ['create', 'rolebindings.rbac.authorization.k8s.io'],
      ['patch', 'resourcequotas'],
    ]
    const allowed = async (role: string, namespace: string) =>
      Promise.all(rights.map(right => as(`e2e-${role}`, ...right, '-n', namespace)))
    await eventually(async () =>
      expect(await allowed('operator', nameOf(environment))).toEqual(['yes', 'yes', 'yes', 'no', 'no', 'no', 'no']),
    )
    expect(await allowed('viewer', nameOf(environment))).toEqual(['yes', 'no', 'no', 'no', 'no', 'no', 'no'])
    expect(await allowed('developer', nameOf(environment))).toEqual(['yes', 'yes', 'yes', 'yes', 'yes', 'no', 'no'])
    expect(await allowed('admin', nameOf(environment))).toEqual(['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'no'])
    for (const role of ['viewer', 'operator', 'developer', 'admin'])
      expect(new Set(await allowed(role, 'default'))).toEqual(new Set(['no']))
    for (const verb of ['create', 'patch', 'delete'])
      expect(await as('e2e-admin', verb, 'xenvironments.platform.roadbed.dev')).toBe('no')
    expect(await as('e2e-admin', 'patch', `namespaces/${nameOf(environment)}`)).toBe('no')
  })

  it('change roles, though Kubernetes never changes a binding’s', async () => {
    const access = (role: string) => [{ name: 'one', role, subject: { kind: 'User', name: 'ann' } }]
    const environment = named('roles', { access: access('Viewer') })
    await cluster.apply(environment)
    await untilReady(environment, 60)
    await cluster.apply({ ...environment, spec: { ...objectAt(environment, 'spec'), access: access('Admin') } })
    await eventually(async () => {
      const { items } = await cluster.list('rbac.authorization.k8s.io/v1', 'RoleBinding')
      const here = items.filter(item => textAt(item, 'metadata', 'namespace') === nameOf(environment))
      expect(here.map(item => textAt(item, 'roleRef', 'name'))).toEqual(['admin'])
    })
  })
})

describe('what a quota of an environment allows', () => {
  it('holds for a developer’s claims too: one database more than it is refused by the API server', async () => {
    const environment = named('full', { quota: { databases: 1 } })
    await cluster.apply(environment)
    await untilReady(environment, 60)
    const { items } = await cluster.list('v1', 'ResourceQuota')
    const quota = items.find(item => textAt(item, 'metadata', 'namespace') === nameOf(environment)) ?? {}
    const hard = objectAt(quota, 'spec', 'hard')
    // No controller counts here.
    const used = Object.fromEntries(Object.keys(hard).map(resource => [resource, '0']))
    await cluster.patch({ apiVersion: 'v1', kind: 'ResourceQuota', ...quota }, { status: { hard, used } }, 'status')
    const claim = (name: string) =>
      databaseClaim({}, { name, namespace: nameOf(environment), annotations: { 'crossplane.io/paused': 'true' } })
    expect(await kubectlFile([claim('one')], 'apply')).toContain('created')
    expect(await kubectlFile([claim('two')], 'apply')).toContain('exceeded quota')
  })
})

describe('a Namespace that is somebody else’s', () => {
  it('is not touched: the environment is refused, and says what to do', async () => {
    const environment = named('theirs')
    await cluster.apply(namespaceOf(environment))
    const before = await now(namespaceOf(environment))
    await cluster.apply(environment)
    await untilCondition(environment, 'Configured', /^False NamespaceTaken: .*exists and is not this environment's/, 30)
    expect(await now(namespaceOf(environment))).toEqual(before)
    await cluster.remove(environment)
    await eventually(async () => expect(await now(environment)).toEqual({}))
    expect(await now(namespaceOf(environment))).toEqual(before)
    await cluster.remove(namespaceOf(environment))
  })

  it('is furnished once its owner lends it, and outlives the environment', async () => {
    const environment = named('lent', { namespace: { mode: 'Existing' } })
    const name = nameOf(environment)
    await cluster.apply(namespaceOf(environment))
    await cluster.apply(environment)
    await untilCondition(environment, 'Configured', /^False NamespaceNotLent: /, 30)
    const command = /kubectl (label namespace .*) \[NamespaceNotLent\]/.exec(
      condition(await now(environment), 'Configured'),
    )
    await kubectl(...(command?.[1] ?? '').split(' '))
    await untilReady(environment, 60)
    const before = await now(namespaceOf(environment))
    expect(listAt(before, 'metadata', 'ownerReferences')).toEqual([])
    expect(objectAt(before, 'metadata', 'labels')).not.toHaveProperty(['app.kubernetes.io/managed-by'])
    await cluster.remove(environment)
    await eventually(async () => {
      const { items } = await cluster.list('v1', 'LimitRange')
      expect(items.filter(item => textAt(item, 'metadata', 'namespace') === name)).toEqual([])
    }, 90)
    expect(await ending(namespaceOf(environment))).toBe(false)
    await cluster.remove(namespaceOf(environment))
  })
})

describe('an environment that is deleted', () => {
  it('is refused while it is protected, in Production without a word, and goes when it is protected no more', async () => {
    const environment = example('environment', 'production')
    expect(await cluster.remove(environment)).toMatch(/in-use by 2 usage/)
    expect(await ending(environment)).toBe(false)
    expect(await ending(namespaceOf(environment))).toBe(false)
    await cluster.apply(unprotected(environment))
    await untilTaken(environment)
  })

  it('takes its databases first and its Namespace last', async () => {
    const environment = named('ordered', {
      databases: [{ name: 'orders', spec: { deletion: { protection: 'Disabled' } } }],
    })
    await cluster.apply(environment)
    await untilReady(environment, 120)
    const orders = databaseClaim({}, { namespace: nameOf(environment) })
    await cluster.patch(orders, { metadata: { finalizers: ['example.org/slow'] } })
    await cluster.remove(environment)
    await eventually(async () => expect(await ending(orders)).toBe(true), 90)
    // The garbage collector has tried the Namespace by now, or does so soon.
    await new Promise(resolve => setTimeout(resolve, 5000))
    expect(await ending(namespaceOf(environment))).toBe(false)
    await cluster.patch(orders, { metadata: { finalizers: [] } })
    await eventually(async () => expect(await now(namespaceOf(environment))).toEqual({}), 120)
    expect(await eventsOf(environment)).not.toContainEqual(expect.stringContaining('forbidden'))
  })

  it('is refused while a database in it is protected, or it would stop half-way', async () => {
    const databases = [{ name: 'orders', spec: { deletion: { protection: 'Enabled' } } }]
    const environment = named('held', { databases })
    await cluster.apply(environment)
    await untilReady(environment, 120)
    expect(await cluster.remove(environment)).toMatch(/in-use .*environment-protection.*by resource XDatabase\/orders/)
    await cluster.apply(unprotected(environment))
    await untilTaken(environment)
    await eventually(async () => expect(await now(namespaceOf(environment))).toEqual({}), 120)
  })
})
