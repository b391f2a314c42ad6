import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { ControlPlane } from '../../../simulator/control-plane.ts'
import { platform } from '../../harness/claims.ts'
import { secret } from '../fixtures.ts'
import { functionOf, scripted } from '../scripted.ts'

const namespace: JsonObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }
const ref = { apiVersion: 'v1', kind: 'Namespace', name: 'shop' }

const inShop = (metadata: JsonObject = {}): JsonObject => ({
  ...secret({}),
  metadata: { name: 'a', namespace: 'shop', ...metadata },
})

const bed = () => {
  const { api } = new ControlPlane({ call: functionOf(() => ({})) })
  api.apply(namespace, 'somebody')
  return api
}

describe('a Namespace', () => {
  it('is Active at once and has the label that policies select by', () => {
    const made = bed().get(ref)
    expect(objectAt(made, 'status')).toEqual({ phase: 'Active' })
    expect(objectAt(made, 'metadata', 'labels')).toEqual({ 'kubernetes.io/metadata.name': 'shop' })
  })

  it('takes what is in it along', () => {
    const api = bed()
    api.apply(inShop(), 'somebody')
    api.delete(ref)
    expect(api.list()).toEqual([])
  })

  it('stays, Terminating, while something in it is held, or a database’s cleanup is tested against a kinder world', () => {
    const api = bed()
    const held = api.apply(inShop({ finalizers: ['example.org/hold'] }), 'somebody')
    api.delete(ref)
    expect(textAt(api.get(ref), 'status', 'phase')).toBe('Terminating')
    api.update({ ...held, metadata: { ...objectAt(held, 'metadata'), finalizers: [], deletionTimestamp: 'now' } }, 'a')
    expect(api.list()).toEqual([])
  })
})

describe('what a cluster-scoped composite composes', () => {
  const environment = () => scripted({ claim: platform({}) })

  it('is refused in a namespace that is not there, or its function needs no staging', async () => {
    const { pass } = environment()
    expect((await pass({ resources: { a: inShop() } })).error).toMatch(/namespaces "shop" not found$/)
  })

  it('is taken once the namespace is there, and not while it is being terminated', async () => {
    const { plane, pass } = environment()
    plane.api.apply({ ...namespace, metadata: { name: 'shop', finalizers: ['example.org/hold'] } }, 'somebody')
    expect((await pass({ resources: { a: inShop() } })).error).toBeUndefined()
    plane.api.delete(ref)
    expect((await pass({ resources: { a: inShop() } })).error).toMatch(/because it is being terminated$/)
  })
})
