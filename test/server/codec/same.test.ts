import { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../functions/runtime/json.ts'
import type { Unread } from '../../../functions/runtime/unread.ts'
import { decodeRequest } from '../../../functions/server/codec/request.ts'
import { WireObject } from '../../../functions/server/codec/wire-object.ts'
import { shuffledFields, randomNumbers } from '../../../simulator/core/shuffle.ts'
import { jsonObjects } from '../../harness/json.ts'
import { bytesOf } from '../../harness/requests.ts'

const lying = (resource: JsonObject): Unread => {
  const bytes = bytesOf(RunFunctionRequest.fromPartial({ observed: { composite: { resource } } }))
  const found = decodeRequest(bytes).observed.composite?.resource
  if (!(found instanceof WireObject)) throw new Error('decoded too early')
  return found
}

const message = (tag: number, ...bytes: number[]) => [tag, bytes.length, ...bytes]
const entry = (key: string, ...value: number[]) =>
  message(0x0a, ...message(0x0a, ...Buffer.from(key)), ...message(0x12, ...value))
const odd = (...struct: number[]): Unread => {
  const bytes = Buffer.from(message(0x0a, ...Buffer.from('o'))) // the key of the only field
  const value = message(0x12, ...message(0x2a, ...struct))
  const object = message(0x0a, ...bytes, ...value)
  return new WireObject(Buffer.from(object), 0, object.length)
}
const [yes, no] = [
  [0x20, 1],
  [0x20, 0],
]

it('knows a value again in whatever order its fields come, or nothing would ever be known', () => {
  fc.assert(
    fc.property(jsonObjects(), fc.integer(), (value, seed) => {
      const mixed = shuffledFields({ value }, randomNumbers(seed)) as JsonObject
      expect(lying(mixed).tells(['value'], value)).toBe(true)
      expect(lying(mixed).tells([], { value })).toBe(true)
    }),
  )
})

it('tells apart what differs anywhere: an answer that is not the same must never be given again', () => {
  fc.assert(
    fc.property(jsonObjects(), jsonObjects(), (one, other) => {
      const expected = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other)) && !hasNegativeZero(one, other)
      fc.pre(!hasNegativeZero(one, other))
      expect(lying({ value: one }).tells(['value'], other)).toBe(expected)
    }),
  )
})

it.each<[string, Json, Json]>([
  ['a field more', { a: 1 }, { a: 1, b: 2 }],
  ['a field less', { a: 1, b: 2 }, { a: 1 }],
  ['another key', { a: 1 }, { b: 1 }],
  ['an item more', [1], [1, 2]],
  ['an item less', [1, 2], [1]],
  ['another order of items', [1, 2], [2, 1]],
  ['zero and minus zero', 0, -0],
  ['null and nothing', { a: null }, {}],
  ['a number and its text', 1, '1'],
  ['false and null', false, null],
  ['an empty list and an empty object', [], {}],
  ['a text and a longer one', 'a', 'ab'],
])('tells %s apart', (_, one, other) => {
  expect(lying({ value: one }).tells(['value'], other)).toBe(false)
  expect(lying({ value: other }).tells(['value'], one)).toBe(false)
  expect(lying({ value: one }).tells(['value'], one)).toBe(true)
})

it('tells a missing field from every value', () => {
  expect(lying({ a: null }).tells(['b'], undefined)).toBe(true)
  expect(lying({ a: null }).tells(['b'], null)).toBe(false)
  expect(lying({ a: null }).tells(['a'], undefined)).toBe(false)
})

it('goes by what decoding would give where something is written twice', () => {
  const twice = odd(...entry('a', ...yes), ...entry('a', ...no))
  expect(twice.tells(['o'], { a: false })).toBe(true)
  expect(twice.tells(['o'], { a: true })).toBe(false)
  expect(twice.tells(['o'], { a: false, b: false })).toBe(false)
  expect(odd(...entry('a', ...no, ...yes)).tells(['o'], { a: true })).toBe(true)
  expect(odd(...entry('a', ...no, ...yes)).tells(['o'], { a: false })).toBe(false)
})

const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  )
}

const hasNegativeZero = (...values: Json[]): boolean =>
  values.some(value =>
    typeof value === 'object' && value !== null ? hasNegativeZero(...Object.values(value)) : Object.is(value, -0),
  )
