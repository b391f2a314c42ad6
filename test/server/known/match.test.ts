import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../functions/runtime/json.ts'
import { at } from '../../../functions/runtime/read.ts'
import { WireObject } from '../../../functions/server/codec/wire-object.ts'
import { Match } from '../../../functions/server/known/match.ts'
import { PatternWriter } from '../../../functions/server/known/pattern.ts'
import { shuffledFields, randomNumbers } from '../../../simulator/core/shuffle.ts'
import { jsonObjects } from '../../harness/json.ts'
import { asked, lying, questions, smallObjects } from '../../harness/wire.ts'

/** Whether another object is known by what was seen of one. */
const knows = (seen: WireObject, other: WireObject): boolean => {
  const writer = new PatternWriter()
  const place = writer.seen(seen)
  return new Match(writer.finish(), other.bytes).struct(place, other.start, other.end)
}

/** Whether a value that was read at a path is known again in another object. */
const tells = (other: WireObject, path: readonly string[], one: JsonObject): boolean => {
  const seen = lying(one)
  at(seen, ...path)
  return knows(seen, other)
}

const message = (tag: number, ...bytes: number[]) => [tag, bytes.length, ...bytes]
const entry = (key: string, ...value: number[]) =>
  message(0x0a, ...message(0x0a, ...Buffer.from(key)), ...message(0x12, ...value))
const odd = (...struct: number[]): WireObject => {
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
      expect(tells(lying(mixed), ['value'], { value })).toBe(true)
      expect(tells(lying(mixed), [], { value })).toBe(true)
    }),
  )
})

it('tells apart what differs anywhere: an answer that is not the same must never be given again', () => {
  fc.assert(
    fc.property(jsonObjects(), jsonObjects(), (one, other) => {
      const expected = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
      fc.pre(!hasNegativeZero(one, other))
      expect(tells(lying({ value: one }), ['value'], { value: other })).toBe(expected)
    }),
  )
})

it.each<[string, Json, Json]>([
  ['a field more', { a: 1 }, { a: 1, b: 2 }],
  ['a field less', { a: 1, b: 2 }, { a: 1 }],
  ['another key', { a: 1 }, { b: 1 }],
  ['a key of the same length, beginning, middle and end', { abacbda: 1 }, { acacbda: 1 }],
  ['an item more', [1], [1, 2]],
  ['an item less', [1, 2], [1]],
  ['another order of items', [1, 2], [2, 1]],
  ['zero and minus zero', 0, -0],
  ['null and nothing', { a: null }, {}],
  ['a number and its text', 1, '1'],
  ['false and null', false, null],
  ['an empty list and an empty object', [], {}],
  ['a text and a longer one', 'a', 'ab'],
  ['a long text and another', 'a'.repeat(100), `${'a'.repeat(99)}b`],
  ['one of forty fields', fields(40), { ...fields(40), k39: 0 }],
  ['one of forty fields and none', fields(40), fields(39)],
])('tells %s apart', (_, one, other) => {
  expect(tells(lying({ value: one }), ['value'], { value: other })).toBe(false)
  expect(tells(lying({ value: other }), ['value'], { value: one })).toBe(false)
  expect(tells(lying({ value: one }), ['value'], { value: one })).toBe(true)
})

it('tells a missing field from every value', () => {
  expect(tells(lying({ a: null }), ['b'], { a: null })).toBe(true)
  expect(tells(lying({ b: null }), ['b'], { a: null })).toBe(false)
  expect(tells(lying({ a: null }), ['b'], { b: null })).toBe(false)
  expect(tells(lying({}), ['a'], { a: null })).toBe(false)
})

it('knows fields and keys whose lengths take one byte more or less to write', () => {
  for (const edge of [0x80, 0x4000]) {
    for (let length = edge - 20; length <= edge; length++) {
      const [value, key] = ['v'.repeat(length), 'k'.repeat(length)]
      expect(tells(lying({ a: value }), [], { a: value })).toBe(true)
      expect(tells(lying({ a: value }), [], { a: `${value.slice(1)}w` })).toBe(false)
      expect(tells(lying({ [key]: 1 }), [], { [key]: 1 })).toBe(true)
      expect(tells(lying({ [key]: 1 }), [], { [`${key.slice(1)}l`]: 1 })).toBe(false)
    }
  }
})

it('knows keys of 200 bytes and values of three million', () => {
  const object = { ['k'.repeat(200)]: 'v'.repeat(3_000_000), long: 'w'.repeat(20_000), short: 'x'.repeat(200) }
  expect(tells(lying(object), [], object)).toBe(true)
  expect(tells(lying({ ...object, long: 'w'.repeat(20_001) }), [], object)).toBe(false)
})

describe('what is written in an odd way', () => {
  it('is known by what decoding would give, or not at all', () => {
    const twice = odd(...entry('a', ...yes), ...entry('a', ...no))
    expect(tells(twice, ['o'], { o: { a: true } })).toBe(false)
    expect(tells(twice, ['o'], { o: { a: false, b: false } })).toBe(false)
    expect(tells(odd(...entry('a', ...no, ...yes)), ['o'], { o: { a: false } })).toBe(false)
    const hidden = odd(...message(0x0a, ...message(0x0a, 0x62), ...message(0x12, ...yes), ...message(0x0a, 0x61)))
    expect(at(hidden, 'o', 'a')).toBe(true)
    expect(tells(hidden, ['o', 'a'], { o: { c: true } })).toBe(false)
    expect(tells(odd(0x78, 7), ['o'], { o: {} })).toBe(false)
  })

  it.each([2, 40])('does not pass for the last of %i fields, when another is there twice', count => {
    const [all, last] = [fields(count), { k00: 1 }]
    const bytes = Buffer.concat([lying(fields(count - 1)).raw(), lying(last).raw()])
    expect(tells(new WireObject(bytes, 0, bytes.length), [], all)).toBe(false)
    const other = Buffer.concat([lying(last).raw(), lying({ ...all, k00: null }).raw()])
    expect(tells(new WireObject(other, 0, other.length), [], all)).toBe(false)
  })

  it('never passes for something else, whatever follows it, is written twice or is spoilt', () => {
    const edit = fc.record({ where: fc.nat(200), instead: fc.uint8Array({ maxLength: 3 }), of: fc.nat(3) })
    fc.assert(
      fc.property(smallObjects, smallObjects, questions, fc.array(edit, { maxLength: 2 }), (one, two, list, edits) => {
        const seen = lying(one)
        const told = asked(seen, list)
        // Two messages one behind the other are one, in which the later fields count.
        let bytes = Buffer.concat([lying(two).raw(), lying(one).raw(), lying(two).raw()])
        for (const { where, instead, of } of edits) {
          const place = where % (bytes.length + 1)
          bytes = Buffer.concat([bytes.subarray(0, place), instead, bytes.subarray(place + of)])
        }
        for (const all of [bytes, lying(two).raw(), Buffer.concat([lying(one).raw(), lying(one).raw()])]) {
          const other = new WireObject(all, 0, all.length)
          expect(!knows(seen, other) || isDeepStrictEqual(asked(other, list), told)).toBe(true)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('and spoilt in one byte never passes for what it was', () => {
    fc.assert(
      fc.property(smallObjects, questions, fc.nat(), fc.nat(255), (one, list, where, byte) => {
        const seen = lying(one)
        const told = asked(seen, list)
        const bytes = Buffer.from(seen.raw())
        fc.pre(bytes.length > 0)
        bytes[where % bytes.length] = byte
        const other = new WireObject(bytes, 0, bytes.length)
        expect(!knows(seen, other) || isDeepStrictEqual(asked(other, list), told)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})

function fields(count: number): JsonObject {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`k${String(index).padStart(2, '0')}`, index + 1]),
  )
}

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
