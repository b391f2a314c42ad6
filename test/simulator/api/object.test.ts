import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  generationAfter,
  keyOf,
  onlyStatus,
  refOf,
  uidFor,
  unchanged,
  withoutStatus,
} from '../../../simulator/api/object.ts'
import { widget, widgetRef } from '../fixtures.ts'

describe('the identity of an object', () => {
  it('survives an object without any, or an absurd answer of a function ends the simulator', () => {
    expect(refOf({})).toEqual({ apiVersion: '', kind: '', name: '' })
  })

  it('has no namespace for a cluster-scoped object, or it is filed under a namespace called undefined', () => {
    expect(refOf({ ...widget({}), metadata: { name: 'w' } })).toEqual({
      apiVersion: 'example.org/v1',
      kind: 'Widget',
      name: 'w',
    })
    expect(refOf(widget({}))).toEqual(widgetRef)
  })

  it('tells namespaces, kinds and versions apart, or one team reads what belongs to another', () => {
    const others = [{ namespace: 'team-b' }, { kind: 'Gadget' }, { apiVersion: 'example.org/v2' }, { name: 'x' }]
    const keys = [{}, ...others].map(other => keyOf({ ...widgetRef, ...other }))
    expect(new Set(keys).size).toBe(5)
  })
})

describe('the UID of an object', () => {
  it('is a UUID that depends on the whole identity alone, or golden files differ from run to run', () => {
    const part = fc.stringMatching(/^[a-z]{1,8}$/)
    const ref = fc.record({ apiVersion: part, kind: part, namespace: part, name: part })
    fc.assert(
      fc.property(ref, ref, (left, right) => {
        expect(uidFor(left)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
        expect(uidFor(left) === uidFor(right)).toBe(keyOf(left) === keyOf(right))
        expect(uidFor({ ...left })).toBe(uidFor(left))
      }),
    )
  })
})

describe('the generation of an object', () => {
  const live = { ...widget({ size: 1 }, { generation: 4 }), status: { count: 1 } }

  it('is 1 at birth, or a provider believes that it has already seen the object', () => {
    expect(generationAfter(undefined, widget({}))).toBe(1)
  })

  it('stays for metadata and status, or each provider write looks like a change of the spec', () => {
    expect(generationAfter(live, { ...live, metadata: { name: 'w', labels: { a: 'b' } }, status: { count: 2 } })).toBe(
      4,
    )
  })

  it('grows with the spec, or nobody notices that a provider is behind', () => {
    expect(generationAfter(live, { ...live, spec: { size: 2 } })).toBe(5)
  })
})

describe('a write that changes nothing', () => {
  it('is told by content and not by resourceVersion or field order, or each apply wakes every watcher', () => {
    const live = widget({ size: 1, note: 'a' }, { resourceVersion: '7' })
    expect(unchanged(live, widget({ note: 'a', size: 1 }, { resourceVersion: '8' }))).toBe(true)
    expect(unchanged(live, widget({ note: 'b', size: 1 }, { resourceVersion: '7' }))).toBe(false)
    expect(unchanged(live, widget({ note: 'a', size: 1 }, { resourceVersion: '7', labels: {} }))).toBe(false)
  })
})

describe('the status subresource', () => {
  const whole = { ...widget({ size: 1 }), status: { count: 2 } }

  it('takes nothing but the status, and the rest takes all else, or a status write changes the spec', () => {
    expect(onlyStatus(whole)).toEqual({
      apiVersion: 'example.org/v1',
      kind: 'Widget',
      metadata: { name: 'w', namespace: 'team-a' },
      status: { count: 2 },
    })
    expect(withoutStatus(whole)).toEqual(widget({ size: 1 }))
  })
})
