import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { eventually } from '../objects.ts'
import { applyPlatform, cluster, kubectl, kubectlFile, leaveEnvironments, untilReady } from './bed.ts'
import { environments, nameOf } from './environments.ts'

const { made, named } = environments()

beforeAll(() => applyPlatform())
afterAll(() => leaveEnvironments(made))

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
      const { items } = await cluster.list('rbac.authorization.k8s.io/v1', 'RoleBinding', nameOf(environment))
      expect(items.map(item => textAt(item, 'roleRef', 'name'))).toEqual(['admin'])
    })
  })
})

describe('what a quota of an environment allows', () => {
  it('holds for a developer’s claims too: one database more than it is refused by the API server', async () => {
    const environment = named('full', { quota: { databases: 1 } })
    await cluster.apply(environment)
    await untilReady(environment, 60)
    const [quota = {}] = (await cluster.list('v1', 'ResourceQuota', nameOf(environment))).items
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
