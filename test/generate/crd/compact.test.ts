import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compact } from '../../../generate/crd/compact.ts'
import type { Structural } from '../../../generate/crd/structural.ts'
import { expand, type Compact } from '../../../simulator/schema/expand.ts'

const back = (schema: Structural): unknown => expand(JSON.parse(JSON.stringify(compact(schema))) as Compact)

/** Names of fields as CRDs have them. A lone `$` or `*` means something else in the short form. */
const name = fc.stringMatching(/^[a-z_][A-Za-z0-9_.$*-]{0,6}$/)

const facts = fc.record(
  {
    default: fc.oneof(fc.boolean(), fc.string(), fc.constant({})),
    nullable: fc.boolean(),
    'x-kubernetes-validations': fc.constant([{ rule: 'self == oldSelf', message: 'fixed' }]),
  },
  { requiredKeys: [] },
)

const listFacts = fc.record(
  {
    minItems: fc.nat(),
    'x-kubernetes-list-type': fc.constant('map'),
    'x-kubernetes-list-map-keys': fc.constant(['name']),
  },
  { requiredKeys: [] },
)

/** Random structural schemas that say nothing twice. */
const { schema } = fc.letrec<{ schema: Structural }>(tie => {
  const inner = tie('schema')
  const scalar = fc
    .tuple(fc.constantFrom('string', 'integer', 'number', 'boolean', 'object', 'array'), facts)
    .map(([type, said]) => ({ type, ...said }))
  const object = fc
    .tuple(fc.dictionary(name, inner, { maxKeys: 4 }), fc.infiniteStream(fc.boolean()), facts)
    .map(([properties, coins, said]): Structural => {
      const needed = Object.keys(properties)
        .toSorted((left, right) => (left < right ? -1 : 1))
        .filter(() => coins.next().value)
      return { type: 'object', properties, ...(needed.length > 0 && { required: needed }), ...said }
    })
  return {
    schema: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'schema' },
      scalar,
      fc.constant({ 'x-kubernetes-int-or-string': true }),
      fc.constant({ 'x-kubernetes-preserve-unknown-fields': true }),
      fc.tuple(inner, listFacts).map(([items, said]): Structural => ({ type: 'array', items, ...said })),
      fc.tuple(inner, facts).map(([additionalProperties, said]) => ({ type: 'object', additionalProperties, ...said })),
      object,
    ),
  }
})

/** The same schema with somebody’s prose at every level, and with what int-or-string repeats. */
const withProse = (given: Structural): Structural => ({
  ...given,
  description: 'Prose.',
  title: 'More',
  example: 'e',
  ...(given['x-kubernetes-int-or-string'] && { anyOf: [{ type: 'integer' }, { type: 'string' }] }),
  ...(given.properties && {
    properties: Object.fromEntries(Object.entries(given.properties).map(([key, value]) => [key, withProse(value)])),
  }),
  ...(given.items && { items: withProse(given.items) }),
  ...(typeof given.additionalProperties === 'object' && {
    additionalProperties: withProse(given.additionalProperties),
  }),
})

describe('a schema in short', () => {
  it('of nothing at all takes anything, or an open field of a CRD is refused', () => {
    expect(compact({})).toBe('any')
    expect(compact({ description: 'Prose.' })).toBe('any')
  })

  it.each([
    [{ type: 'string', description: 'Prose.' }, 'string'],
    [{ type: 'array', items: { type: 'string' } }, ['string']],
    [{ type: 'object', additionalProperties: { type: 'integer' } }, { '*': 'integer' }],
    [
      { type: 'object', required: ['b'], properties: { b: { type: 'string' }, a: {} } },
      { a: 'any', 'b!': 'string' },
    ],
    [
      { type: 'string', enum: ['a'] },
      { $: 'string', enum: ['a'] },
    ],
    [{ 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] }, 'int-or-string'],
  ] satisfies [Structural, unknown][])(
    'of %j is %j, or the simulator reads another schema than was written',
    (given, short) => {
      expect(compact(given)).toEqual(short)
    },
  )

  it('has its fields in one order, or the same CRD gives other bytes', () => {
    const fields = { c: { type: 'string' }, a: { type: 'string' }, b: { type: 'string' } }
    expect(JSON.stringify(compact({ type: 'object', properties: fields }))).toBe(
      '{"a":"string","b":"string","c":"string"}',
    )
  })

  it('reads back as what it was, without the prose: the simulator checks all that the CRD checks', () => {
    fc.assert(
      fc.property(schema, given => {
        expect(back(given)).toEqual(given)
        expect(back(withProse(given))).toEqual(given)
      }),
      { numRuns: 300 },
    )
  })
})
