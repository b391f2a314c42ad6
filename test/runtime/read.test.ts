import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json } from '../../functions/runtime/json.ts'
import { at, listAt, numberAt, objectAt, steps, textAt, withAt } from '../../functions/runtime/read.ts'
import { json } from './fixtures.ts'

const odd: readonly (Json | undefined)[] = [undefined, null, true, 0, 1, '', 'text', [], ['a'], {}, { b: 1 }]

it.each(odd)('finds nothing below %j', value => {
  expect(at(value, 'a', 'b')).toBeUndefined()
  expect(textAt(value, 'a', 'b')).toBeUndefined()
  expect(numberAt(value, 'a', 'b')).toBeUndefined()
  expect(objectAt(value, 'a', 'b')).toEqual({})
  expect(listAt(value, 'a', 'b')).toEqual([])
})

it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'does not take what every object has for a field: %s',
  name => {
    expect(at({}, name)).toBeUndefined()
    expect(at({ a: {} }, 'a', name)).toBeUndefined()
  },
)

it('steps into no list and no text, or an index reads what nobody meant', () => {
  expect(at({ a: ['x'] }, 'a', '0')).toBeUndefined()
  expect(at({ a: 'x' }, 'a', 'length')).toBeUndefined()
})

it('gives each type only as that type, and an empty text as none', () => {
  const value = { text: 'a', blank: '', number: 0, object: { b: 1 }, list: [1], nothing: null }
  const keys = Object.keys(value)
  expect(keys.map(key => textAt(value, key))).toEqual(['a', ...Array.from({ length: 5 })])
  expect(keys.map(key => numberAt(value, key)).filter(found => found !== undefined)).toEqual([0])
  expect(keys.map(key => objectAt(value, key))).toEqual([{}, {}, {}, { b: 1 }, {}, {}])
  expect(keys.map(key => listAt(value, key))).toEqual([[], [], [], [], [1], []])
  expect(at(value, 'nothing')).toBeNull()
  expect(at(value)).toBe(value)
})

it('splits a dotted path', () => {
  expect(steps('spec.forProvider.region')).toEqual(['spec', 'forProvider', 'region'])
})

const path = fc.array(fc.string(), { minLength: 1, maxLength: 4 })

it('reads back what was put at a path, and changes nothing in place', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json), path, json, (value, way, replacement) => {
      const before = structuredClone(value)
      expect(at(withAt(value, way, replacement), ...way)).toEqual(replacement)
      expect(value).toEqual(before)
    }),
  )
})

it('leaves everything beside the path, or keeping one field loses another', () => {
  const value = { a: { b: 1, c: [2] }, d: { e: 3 } }
  expect(withAt(value, ['a', 'b'], 9)).toEqual({ a: { b: 9, c: [2] }, d: { e: 3 } })
  expect(withAt(value, ['a', 'x', 'y'], 9)).toEqual({ a: { b: 1, c: [2], x: { y: 9 } }, d: { e: 3 } })
  expect(withAt(value, [], 9)).toBe(value)
})
