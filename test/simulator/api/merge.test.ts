import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge } from '../../../simulator/api/merge.ts'
import type { Structural } from '../../../simulator/schema/structural.ts'
import { widgetSchema } from '../fixtures.ts'

const spec: Structural = widgetSchema.properties?.['spec'] ?? {}

describe('server-side apply onto a live value', () => {
  it('replaces what is of another type altogether, or an absurd live value outlives every fix', () => {
    expect(merge('text', { size: 1 }, spec)).toEqual({ size: 1 })
    expect(merge({ size: 1 }, null, spec)).toBeNull()
    expect(merge(undefined, { size: 1 }, spec)).toEqual({ size: 1 })
  })

  it('keeps fields that the applied object does not mention, or a provider’s late initialisation is undone', () => {
    expect(merge({ size: 1, note: 'theirs' }, { size: 2 }, spec)).toEqual({ size: 2, note: 'theirs' })
  })

  it('merges map lists by key in the live order, or a list is reordered by every apply', () => {
    const live = { ports: [{ name: 'b', note: 'theirs' }, { name: 'a' }] }
    const applied = { ports: [{ name: 'c' }, { name: 'b', number: 2 }] }
    expect(merge(live, applied, spec)).toEqual({
      ports: [{ name: 'b', note: 'theirs', number: 2 }, { name: 'a' }, { name: 'c' }],
    })
  })

  it('unites sets and replaces atomic lists, or arguments are given twice', () => {
    expect(merge({ tags: ['b', 'a'], args: ['x', 'y'] }, { tags: ['a', 'c'], args: ['z'] }, spec)).toEqual({
      tags: ['b', 'a', 'c'],
      args: ['z'],
    })
  })

  it('replaces an atomic map as a whole, or a selector selects by the old label too', () => {
    expect(merge({ selector: { app: 'x', tier: 'y' } }, { selector: { app: 'z' } }, spec)).toEqual({
      selector: { app: 'z' },
    })
  })

  it('changes nothing the second time, or core and the API server go round for ever', () => {
    const name = fc.constantFrom('a', 'b', 'c')
    const value = fc.record(
      {
        size: fc.nat(3),
        args: fc.array(name),
        tags: fc.uniqueArray(name),
        labels: fc.dictionary(name, name),
        selector: fc.record({ app: name, tier: name }, { requiredKeys: [] }),
        ports: fc.uniqueArray(fc.record({ name, number: fc.nat(3) }, { requiredKeys: ['name'] }), {
          selector: port => port.name,
        }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(value, value, (live, applied) => {
        const once = merge(live, applied, spec)
        expect(merge(once, applied, spec)).toEqual(once)
        expect(merge(applied, applied, spec)).toEqual(applied)
      }),
    )
  })
})
