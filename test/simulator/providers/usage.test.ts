import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { refOf } from '../../../simulator/api/object.ts'
import { cloud } from '../scripted.ts'

const usage = (metadata: JsonObject = {}, kind = 'Usage'): JsonObject => ({
  apiVersion: 'protection.crossplane.io/v1beta1',
  kind,
  metadata: { name: 'keep', ...metadata },
  spec: { of: { apiVersion: 'v1', kind: 'Secret', resourceRef: { name: 's' } }, reason: 'in use' },
})

describe('the fake controller of Usages', () => {
  it('marks a Usage available, once, or a claim that composes one is never Ready', () => {
    const { plane, apply, said } = cloud()
    const ref = apply(usage())
    expect(said(ref, 'Ready')).toBeUndefined()
    plane.finish()
    expect(said(ref, 'Ready')).toEqual(['True'])
    expect(plane.pending()).toEqual([])
  })

  it('marks a ClusterUsage as well, or an environment that is protected is never Ready', () => {
    const { plane } = cloud()
    const { namespace: _none, ...metadata } = { namespace: '', name: 'keep' }
    const { apiVersion, name, kind } = refOf(plane.api.apply({ ...usage({}, 'ClusterUsage'), metadata }, 'core'))
    plane.finish()
    expect(plane.api.get({ apiVersion, kind, name })).toMatchObject({ status: { conditions: [{ type: 'Ready' }] } })
  })

  it('leaves alone a Usage that is being deleted, or simulated time never stops', () => {
    const { plane, apply } = cloud()
    const ref = apply(usage({ finalizers: ['example.org/hold'] }))
    plane.api.delete(ref)
    expect(plane.pending()).toEqual([])
  })

  it('marks what is used for as long as anything uses it, or what is in use could be deleted', () => {
    const { plane, apply } = cloud()
    const used = apply({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' } })
    const [first, second] = [apply(usage({ name: 'one' })), apply(usage({ name: 'two' }))]
    const marked = () => textAt(plane.api.get(used), 'metadata', 'labels', 'crossplane.io/in-use')
    plane.finish()
    expect(marked()).toBe('true')
    plane.api.delete(first)
    plane.finish()
    expect([plane.api.get(first), marked()]).toEqual([undefined, 'true'])
    plane.api.delete(second)
    plane.finish()
    expect([plane.api.get(second), marked()]).toEqual([undefined, undefined])
  })
})
