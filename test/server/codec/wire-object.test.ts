import { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isObject, type Json, type JsonObject } from '../../../functions/runtime/json.ts'
import { at, partAt, partsAt, textAt } from '../../../functions/runtime/read.ts'
import { MalformedMessage } from '../../../functions/server/codec/reader.ts'
import { decodeRequest } from '../../../functions/server/codec/request.ts'
import { WireObject } from '../../../functions/server/codec/wire-object.ts'
import { jsonObjects } from '../../harness/json.ts'
import { bytesOf } from '../../harness/requests.ts'

const sent = (resource: JsonObject): WireObject => unread(bytesOf(RunFunctionRequest.fromPartial(asObserved(resource))))

const asObserved = (resource: JsonObject) => ({ observed: { composite: { resource } } })

const unread = (bytes: Uint8Array): WireObject => {
  const resource = decodeRequest(bytes).observed.composite?.resource
  if (!(resource instanceof WireObject)) throw new Error('decoded too early')
  return resource
}

/** Every path into a value that leads over objects, and one beyond each end. */
const pathsOf = (value: Json): readonly (readonly string[])[] =>
  isObject(value)
    ? [[], ['missing'], ...Object.entries(value).flatMap(([key, child]) => pathsOf(child).map(path => [key, ...path]))]
    : [[], ['beyond']]

const length = (size: number): readonly number[] => {
  const bytes = []
  let rest = size
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80)
  return [...bytes, rest]
}
const message = (tag: number, bytes: readonly number[]) => [tag, ...length(bytes.length), ...bytes]
const text = (tag: number, value: string) => message(tag, [...Buffer.from(value)])
const struct = (...entries: readonly (readonly number[])[]) => entries.flatMap(entry => message(0x0a, entry))
const unreadStruct = (bytes: readonly number[]): WireObject =>
  unread(Uint8Array.from(message(0x12, message(0x0a, message(0x0a, bytes)))))

describe('an object that is read where it lies', () => {
  it('tells at every path what it tells when it is decoded whole, or a plan would be made from something else', () => {
    fc.assert(
      fc.property(jsonObjects(), object => {
        const lying = sent(object)
        for (const path of pathsOf(object)) {
          expect(at(lying, ...path)).toEqual(at(object, ...path))
          const there = at(object, ...path)
          if (isObject(there)) expect(at(partAt(lying, ...path))).toEqual(there)
          else expect(partAt(lying, ...path)).toEqual({})
        }
      }),
    )
  })

  it('gives the objects of a list one by one, and passes over what is none', () => {
    const object = { status: { conditions: [{ type: 'Ready' }, 'odd', [], { type: 'Synced', a: { b: 1 } }] } }
    const parts = partsAt(sent(object), 'status', 'conditions')
    expect(parts.map(part => at(part))).toEqual([{ type: 'Ready' }, { type: 'Synced', a: { b: 1 } }])
    expect(partsAt(sent(object), 'status')).toEqual([])
    expect(partsAt(sent(object), 'status', 'conditions', 'type')).toEqual([])
  })

  it('finds fields among ones of a hundred, of 20 000 and of three million bytes', () => {
    const object = { short: 'a'.repeat(100), long: 'b'.repeat(20_000), longest: 'c'.repeat(3_000_000), last: 'here' }
    for (const [key, value] of Object.entries(object)) expect(textAt(sent(object), key)).toBe(value)
  })

  it.each([
    [
      'the last of two entries of one key',
      struct([...text(0x0a, 'a'), ...message(0x12, [0x20, 0])], [...text(0x0a, 'a'), ...message(0x12, [0x20, 1])]),
      true,
    ],
    [
      'the last of two values of an entry',
      struct([...text(0x0a, 'a'), ...message(0x12, [0x20, 0]), ...message(0x12, [0x20, 1])]),
      true,
    ],
    [
      'the last of two keys of an entry',
      struct([...text(0x0a, 'b'), ...message(0x12, [0x20, 1]), ...text(0x0a, 'a')]),
      true,
    ],
    ['a value before its key', struct([...message(0x12, [0x20, 1]), ...text(0x0a, 'a')]), true],
    ['an entry without a value', struct(text(0x0a, 'a')), null],
    [
      'an entry among fields that nobody knows',
      [0x78, 7, ...struct([0x78, 7, ...text(0x0a, 'a'), ...message(0x12, [0x78, 7, 0x20, 1])])],
      true,
    ],
    ['no entry of a longer key', struct([...text(0x0a, 'ab'), ...message(0x12, [0x20, 1])]), undefined],
    [
      'a length that is written longer than it need be',
      struct([0x0a, 0x81, 0x00, 0x61, ...message(0x12, [0x20, 1])]),
      true,
    ],
  ] as const)('reads %s as it is read when the whole is decoded', (_, bytes, expected) => {
    const lying = unreadStruct([...bytes])
    expect(at(lying, 'a')).toBe(expected)
    expect(at(lying.whole(), 'a')).toBe(expected)
  })

  it('takes the last kind of a value that has several, also on the way to what is below', () => {
    const inner = message(0x2a, struct([...text(0x0a, 'b'), ...message(0x12, [0x20, 1])]))
    const both = unreadStruct(struct([...text(0x0a, 'a'), ...message(0x12, [...inner, 0x20, 1])]))
    expect(at(both, 'a', 'b')).toBeUndefined()
    expect(at(both, 'a')).toBe(true)
  })

  it('agrees with the whole on any bytes: the same value, or MalformedMessage', () => {
    const entry = fc.tuple(fc.constantFrom('a', 'b', 'ä'), fc.uint8Array({ maxLength: 12 }))
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), fc.uint8Array({ maxLength: 6 }), (entries, rest) => {
        const bytes = [
          ...struct(...entries.map(([key, value]) => [...text(0x0a, key), ...message(0x12, [...value])])),
          ...rest,
        ]
        const lying = unreadStruct(bytes)
        const whole = outcome(() => lying.whole())
        for (const key of ['a', 'b', 'ä', 'c']) {
          const found = outcome(() => at(lying, key))
          // What lies beside the path is not looked at: it may be malformed.
          expect(found).toEqual(whole === 'malformed' ? found : at(whole, key))
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('refuses what is malformed when it is read, never gives half of it', () => {
    const bytes = Buffer.from(bytesOf(RunFunctionRequest.fromPartial(asObserved({ spec: { name: 'mark' } }))))
    bytes[bytes.indexOf('mark')] = 0xff
    expect(() => textAt(unread(bytes), 'spec', 'name')).toThrow(MalformedMessage)
  })
})

const outcome = <T>(read: () => T): T | 'malformed' => {
  try {
    return read()
  } catch (error) {
    expect(error).toBeInstanceOf(MalformedMessage)
    return 'malformed'
  }
}
