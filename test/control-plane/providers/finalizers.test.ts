import { assert, boolean, constantFrom, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forLive, forVersion, isForVersion } from '../../../control-plane/providers/finalizers.ts'
import { listAt } from '../../../functions/runtime/read.ts'

const object = (finalizers: readonly string[], resourceVersion = '1', ends = false) => ({
  metadata: { finalizers, resourceVersion, ...(ends && { deletionTimestamp: '2026-01-02T03:04:05Z' }) },
})
const change = (finalizers: readonly string[]) => ({ metadata: { finalizers } })

describe('a patch', () => {
  it('that changes finalizers is for the version that its provider saw, or it undoes what others did meanwhile', () => {
    const patch = forVersion(change(['ours']), object([], '7'))
    expect(patch).toEqual({ metadata: { finalizers: ['ours'], resourceVersion: '7' } })
    expect(isForVersion(patch)).toBe(true)
  })

  it('of anything else is for every version, or each of Crossplane’s writes would hold up a provider', () => {
    const patch = { spec: { a: 1 }, metadata: { annotations: { b: 'c' } } }
    expect(forVersion(patch, object([], '7'))).toEqual(patch)
    expect(isForVersion(patch)).toBe(false)
  })
})

describe('a patch of finalizers that comes too late', () => {
  it('does not put back the one that the garbage collector took away, or the object never goes', () => {
    const [seen, live] = [object(['ours', 'foregroundDeletion'], '1', true), object(['ours'], '2', true)]
    expect(forLive(change(['foregroundDeletion']), seen, live)).toEqual({
      metadata: { finalizers: [], resourceVersion: '2' },
    })
  })

  it('adds none to an object that is being deleted, which the API server would refuse for ever', () => {
    const late = forLive({ ...change(['ours']), spec: { a: 1 } }, object([]), object(['theirs'], '2', true))
    expect(late).toEqual({ spec: { a: 1 }, metadata: { finalizers: ['theirs'], resourceVersion: '2' } })
  })

  const names = uniqueArray(constantFrom<string[]>('a', 'b', 'c', 'd', 'e'))

  it('does to its own what it was to do, and nothing to others’', () => {
    assert(
      property(names, names, names, boolean(), (before, wanted, live, ends) => {
        const patch = forLive(change(wanted), object(before), object(live, '2', ends))
        const result = listAt(patch, 'metadata', 'finalizers') as readonly string[]
        const isOthers = (name: string) => before.includes(name) === wanted.includes(name)
        expect(result.filter(isOthers)).toEqual(live.filter(isOthers))
        const ours = wanted.filter(name => !isOthers(name) && (!ends || live.includes(name)))
        expect(result.filter(name => !isOthers(name)).toSorted()).toEqual(ours.toSorted())
      }),
    )
  })
})
