import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { environmentClaim } from '../harness/claims.ts'
import { bed } from '../harness/plane.ts'

const production = (databases: JsonObject[]): JsonObject =>
  environmentClaim({ type: 'Production', team: 'checkout', databases }, { name: 'shop' })
const preview = environmentClaim(
  { type: 'Preview', lifecycle: { ttl: '72h' }, cloneFrom: { environment: 'shop' } },
  { name: 'shop-pr-1' },
)
const orders = { name: 'orders', spec: { version: '16', deletion: { protection: 'Enabled' } } }

const cloneOf = async (databases: JsonObject[] = [orders]) => {
  const made = bed({ provider: 'Kubernetes' })
  await made.converge(made.claim(production(databases)))
  const ref = made.claim(preview)
  const { outcome } = await made.converge(ref)
  return { ...made, ref, outcome }
}

describe('a clone of Production', () => {
  it('has its databases, empty and disposable, and not one of its Secrets', async () => {
    const { plane, outcome } = await cloneOf()
    expect(outcome).toBe('ready')
    const of = (kind: string, namespace: string) =>
      plane.api.list().filter(each => each['kind'] === kind && textAt(each, 'metadata', 'namespace') === namespace)
    const [copy] = of('XDatabase', 'shop-pr-1')
    expect(objectAt(copy, 'status', 'effective')).toMatchObject({
      version: '16',
      environment: 'Preview',
      deletion: { policy: 'Delete', protection: 'Disabled' },
    })
    const passwords = (namespace: string) =>
      of('Secret', namespace).flatMap(secret => textAt(secret, 'data', 'password') ?? [])
    expect(passwords('shop-pr-1').length).toBeGreaterThan(0)
    expect(passwords('shop-pr-1').filter(each => passwords('shop').includes(each))).toEqual([])
  })

  it('follows it, and loses nothing when that loses a database', async () => {
    const { plane, claim, converge, ref } = await cloneOf()
    claim(production([orders, { name: 'stock' }]))
    await converge(ref)
    const names = () =>
      plane.api
        .list()
        .filter(each => each['kind'] === 'XDatabase' && textAt(each, 'metadata', 'namespace') === 'shop-pr-1')
        .map(each => textAt(each, 'metadata', 'name'))
    expect(names().toSorted()).toEqual(['orders', 'stock'])
    claim(production([orders]))
    expect(await converge(ref)).toMatchObject({ outcome: 'refused' })
    expect(names().toSorted()).toEqual(['orders', 'stock'])
  })

  it('stays as it is when Production is gone, and says so', async () => {
    const { plane, converge, ref } = await cloneOf()
    const before = plane.api.list().filter(each => textAt(each, 'metadata', 'namespace') === 'shop-pr-1').length
    // Whoever has seen to it that it may.
    plane.api.delete({ apiVersion: 'platform.roadbed.dev/v1alpha1', kind: 'XEnvironment', name: 'shop' })
    await plane.reconcile({ apiVersion: 'platform.roadbed.dev/v1alpha1', kind: 'XEnvironment', name: 'shop' })
    const { outcome, last } = await converge(ref)
    expect([outcome, last.pipeline?.fatal]).toEqual(['refused', expect.stringContaining('[UnknownEnvironment]')])
    expect(plane.api.list().filter(each => textAt(each, 'metadata', 'namespace') === 'shop-pr-1')).toHaveLength(before)
  })
})
