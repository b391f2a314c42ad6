import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitFor } from '../../../control-plane/processes/ready.ts'
import { bundleRights, grantBundleRights } from '../../../control-plane/steps/rights.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { example } from '../../harness/files.ts'
import { condition, pinned } from '../objects.ts'
import {
  applyPlatform,
  cluster,
  kubectl,
  newNamespace,
  now,
  uidsOf,
  untilCondition,
  untilReady,
} from '../shared/bed.ts'

const claimIn = (namespace: string, provider: 'Kubernetes' | 'AWS'): JsonObject =>
  pinned(example('database', 'minimal'), namespace, provider)

/** What a developer sees who asks about a claim. */
const described = (namespace: string) => kubectl('describe', 'xdatabase', 'orders', '-n', namespace)

const composeRole = bundleRights().find(role => textAt(role, 'metadata', 'name') === 'roadbed:compose-kubernetes')
const account = 'system:serviceaccount:crossplane-system:crossplane'

beforeAll(() => applyPlatform())
afterAll(() => grantBundleRights(cluster))

describe('when Crossplane lacks a right that our bundle grants', () => {
  let before: JsonObject
  let uids: Readonly<Record<string, string>>
  let late: JsonObject

  beforeAll(async () => {
    before = claimIn(await newNamespace('before'), 'Kubernetes')
    await cluster.apply(before)
    await waitFor(
      async () => condition(await now(before), 'Ready').startsWith('True'),
      90,
      'the first claim is not Ready',
    )
    uids = await uidsOf(before)
    await cluster.remove(composeRole ?? {})
    // Kubernetes takes a moment until the role is out of Crossplane's.
    const mayCompose = () =>
      kubectl('auth', 'can-i', 'patch', 'clusters.postgresql.cnpg.io', `--as=${account}`).then(
        () => true,
        () => false,
      )
    await waitFor(async () => !(await mayCompose()), 20, 'Crossplane still has the right')
    const namespace = await newNamespace('late')
    late = claimIn(namespace, 'Kubernetes')
    await cluster.apply(late)
  })

  it('a new claim says at once, in its events, which right to what is missing, and to whom', async () => {
    const events = () => described(textAt(late, 'metadata', 'namespace') ?? '')
    await expect
      .poll(events, { timeout: 20_000 })
      .toMatch(/RoleBasedAccessControl .*crossplane is not allowed to \[get, .*\] resource [a-z/]+\.\S*cnpg\.io/)
    expect(await events()).toMatch(/ComposeResources .* is forbidden: User "\S+:crossplane" cannot patch resource/)
  })

  it('says it in its condition too, where Crossplane watched the kind before', async () => {
    await untilCondition(late, 'Synced', new RegExp(`^False ReconcileError: .*forbidden: User "${account}" cannot`), 30)
    expect(condition(await now(late), 'Ready')).not.toMatch(/^True/)
  })

  it('leaves a claim alone that needs nothing of it', async () => {
    const other = claimIn(await newNamespace('other'), 'AWS')
    await cluster.apply(other)
    await untilReady(other)
    expect(condition(await now(late), 'Ready')).not.toMatch(/^True/)
  })

  it('loses nothing of a claim that was Ready before', async () => {
    expect(await uidsOf(before)).toEqual(uids)
    expect(condition(await now(before), 'Ready')).toMatch(/^True/)
  })

  it('has the claim become Ready by itself once the right is back, and the one before is what it was', async () => {
    await grantBundleRights(cluster)
    await untilReady(late, 120)
    await untilReady(before)
    expect(await uidsOf(before)).toEqual(uids)
  })
})

describe('when something else than RBAC refuses what a claim is made of', () => {
  it('a claim says what, and does not blame missing rights: its reader would look in the wrong place', async () => {
    const namespace = await newNamespace('full')
    const hard = { 'count/clusters.postgresql.cnpg.io': '0' }
    const quota: JsonObject = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'full', namespace } }
    await cluster.apply({ ...quota, spec: { hard } })
    // No controller counts here.
    await cluster.patch(quota, { status: { hard, used: hard } }, 'status')
    const claim = claimIn(namespace, 'Kubernetes')
    await cluster.apply(claim)
    await untilCondition(claim, 'Synced', /^False ReconcileError: .*exceeded quota: full/)
    expect(condition(await now(claim), 'Synced')).not.toContain('not allowed to')
    expect(await described(namespace)).not.toContain('RoleBasedAccessControl')
    await cluster.remove(quota)
    await untilReady(claim)
  })
})
