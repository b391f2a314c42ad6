import { describe, expect, it } from 'vitest'
import type { Json } from '../../../functions/runtime/json.ts'
import type { Structural } from '../../../simulator/schema/structural.ts'
import { validate } from '../../../simulator/schema/validate.ts'
import { widgetSchema } from '../fixtures.ts'

const spec: Structural = widgetSchema.properties?.['spec'] ?? {}

const told = (value: Json, schema: Structural) =>
  validate(value, schema).map(({ path, message, misfit }) => `${path}: ${message}${misfit ? ' (misfit)' : ''}`)

describe('a value against a structural schema', () => {
  it('of the wrong kind altogether is a misfit, or core goes on where it would abort', () => {
    expect(told(null, { type: 'object' })).toEqual([': must be of type object, is null (misfit)'])
    expect(told([1], { type: 'object' })).toEqual([': must be of type object, is [1] (misfit)'])
  })

  it('may have anything where the schema leaves it open, or free-form fields can’t be composed', () => {
    expect(told({ any: [1] }, {})).toEqual([])
    expect(told({ any: 1 }, { type: 'object', properties: {}, 'x-kubernetes-preserve-unknown-fields': true })).toEqual(
      [],
    )
  })

  it('names the field that was probably meant, or a person reads the whole reference for one typo', () => {
    expect(told({ sise: 1 }, spec)).toEqual(['sise: unknown field; did you mean size? (misfit)'])
    expect(told({ zzzzzz: 1 }, spec)).toEqual([
      'zzzzzz: unknown field; there are size, note, color, args, tags, ports, labels, selector (misfit)',
    ])
    expect(told({ ports: [{ name: 'a', nunber: 1 }] }, spec)).toEqual([
      'ports[0].nunber: unknown field; did you mean number? (misfit)',
    ])
  })

  it('names the value that was probably meant, or a person tries one spelling after the other', () => {
    expect(told({ color: 'gren' }, spec)).toEqual(['color: "gren" is not one of red, green; did you mean green?'])
    expect(told({ color: 'violet' }, spec)).toEqual(['color: "violet" is not one of red, green'])
  })

  it('of another type is told with the purpose of the field, or a person has to look it up', () => {
    const schema = { properties: { port: { type: 'integer', description: 'The port to listen on.' } } }
    expect(told({ port: '80' }, schema)).toEqual([
      'port: must be of type integer, is "80": The port to listen on. (misfit)',
    ])
    expect(told({ port: 1.5 }, schema)).toEqual([
      'port: must be of type integer, is 1.5: The port to listen on. (misfit)',
    ])
  })

  it('reads patterns as Go does, or a CRD that has one of them takes no object at all', () => {
    const schema = { type: 'string', pattern: '^(?i)(abort|warn)?$' }
    expect(validate('WARN', schema)).toEqual([])
    expect(validate('retry', schema)).toHaveLength(1)
  })

  it('tells what a pattern is for instead of the pattern itself, which few people can read', () => {
    const schema = { type: 'string', pattern: '^[1-9][0-9]$', description: 'Major version, such as 17.' }
    expect(told('9.6', schema)).toEqual([': "9.6" does not fit: Major version, such as 17.'])
    expect(told('17', schema)).toEqual([])
  })

  it('may be null only where it is nullable, or a cluster refuses what passes here', () => {
    expect(told(null, { type: 'string', nullable: true })).toEqual([])
    expect(told(null, { type: 'string' })).toEqual([': must be of type string, is null (misfit)'])
  })

  it('is a number or a text where it is int-or-string, or a named port is refused', () => {
    const port: Structural = { 'x-kubernetes-int-or-string': true }
    expect([80, 'http'].flatMap(value => told(value, port))).toEqual([])
    expect(told(true, port)).toEqual([': must be of type integer,string, is true (misfit)'])
  })

  it('has every required field, each item of a set once, and keeps to lengths and bounds: all are told at once', () => {
    const schema: Structural = {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string' },
        tags: { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' },
        size: { type: 'integer', minimum: 1, maximum: 9 },
        note: { type: 'string', maxLength: 3 },
        args: { type: 'array', minItems: 1, items: { type: 'string' } },
      },
    }
    expect(told({ tags: ['a', 'a'], size: 10, note: 'abcd', args: [] }, schema).toSorted()).toEqual([
      'args: [] must NOT have fewer than 1 items',
      'name: required',
      'note: "abcd" must NOT have more than 3 characters',
      'size: 10 must be <= 9',
      'tags: ["a","a"] must NOT have duplicate items (items ## 1 and 0 are identical)',
    ])
  })

  it.each([
    [{ minimum: 2 }, 2, 1],
    [{ maximum: 2 }, 2, 3],
    [{ minLength: 2 }, 'ab', 'a'],
    [{ maxLength: 2 }, 'ab', 'abc'],
    [{ minItems: 1 }, [1], []],
    [{ maxItems: 1 }, [1], [1, 2]],
    [{ minProperties: 1 }, { a: 1 }, {}],
    [{ maxProperties: 1 }, { a: 1 }, { a: 1, b: 2 }],
    [{ oneOf: [{ required: ['a'] }, { required: ['b'] }] }, { a: 1 }, { a: 1, b: 1 }],
    [{ anyOf: [{ minimum: 5 }, { maximum: 1 }] }, 1, 3],
    [{ allOf: [{ minimum: 1 }, { maximum: 3 }] }, 2, 4],
    [{ not: { required: ['a'] } }, { b: 1 }, { a: 1 }],
  ] satisfies [Structural, Json, Json][])(
    'keeps to %j, which is a value’s fault and no misfit',
    (schema, good, bad) => {
      expect(validate(good, schema)).toEqual([])
      const faults = validate(bad, schema)
      expect(faults.length).toBeGreaterThan(0)
      expect(faults.filter(({ path, misfit }) => misfit || !['', 'a', 'b'].includes(path))).toEqual([])
    },
  )

  it('checks the values of maps, but not the root’s metadata, or every label is an unknown field', () => {
    expect(told({ labels: { a: 1, b: 'x' } }, spec)).toEqual(['labels.a: must be of type string, is 1 (misfit)'])
    const named: Structural = {
      type: 'object',
      properties: { metadata: { type: 'object', properties: { name: { type: 'string', maxLength: 3 } } } },
    }
    expect(told({ metadata: { name: 'long name', labels: {} } }, named)).toEqual([])
    expect(told({ spec: { metadata: { zzzzzz: 1 } } }, { properties: { spec: named } })).toEqual([
      'spec.metadata.zzzzzz: unknown field; there are name (misfit)',
    ])
  })

  it.each([
    ['date-time', '2026-01-01T00:00:00Z', 'yesterday'],
    ['byte', 'YQ==', 'a b'],
    ['byte', '', 'YQ==='],
  ])('knows the format %s, or garbage passes here and fails in a cluster', (format, good, bad) => {
    expect(told(good, { type: 'string', format })).toEqual([])
    expect(told(bad, { type: 'string', format })).toEqual([`: "${bad}" must match format "${format}"`])
  })

  it('finds its way through names with slashes, or the path of a label leads nowhere', () => {
    const schema = { type: 'object', additionalProperties: { type: 'string' } }
    expect(told({ 'a/b~c': 1 }, schema)).toEqual(['a/b~c: must be of type string, is 1 (misfit)'])
  })
})
