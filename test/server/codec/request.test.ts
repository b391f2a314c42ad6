import { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../functions/runtime/protocol.ts'
import { wholeOf } from '../../../functions/runtime/unread.ts'
import { MalformedMessage } from '../../../functions/server/codec/reader.ts'
import { decodeRequest } from '../../../functions/server/codec/request.ts'
import { jsonObjects } from '../../harness/json.ts'
import { bytesOf, request } from '../../harness/requests.ts'

const decodeObserved = (resource: object) =>
  objectOf(
    decodeRequest(bytesOf(RunFunctionRequest.fromPartial({ observed: { composite: { resource } } }))).observed
      .composite,
  )

const objectOf = (sent: Resource | undefined) => wholeOf(sent?.resource ?? {})

/** A message with one field, by hand. */
const field = (number: number, wire: number, ...bytes: number[]) => Uint8Array.of(number * 8 + wire, ...bytes)

describe('decodeRequest', () => {
  it('reads nothing as an empty request, which the handler passes through', () => {
    expect(decodeRequest(new Uint8Array())).toMatchObject({ tag: '', capabilities: [], input: undefined })
  })

  it('reads any JSON as the official codec wrote it, or a claim is planned from something else than it says', () => {
    fc.assert(
      fc.property(jsonObjects(), object => {
        expect(decodeObserved(object)).toEqual(object)
      }),
    )
  })

  it('keeps a negative zero, a lone surrogate’s replacement and long strings', () => {
    const object = { zero: -0, long: 'ä'.repeat(20_000), empty: '', nested: [[], {}, [null]] }
    expect(decodeObserved(object)).toEqual(object)
  })

  it('reads every part of a request that the function uses', () => {
    const sent = request({
      observed: {
        resources: {
          instance: {
            resource: { kind: 'Instance' },
            connectionDetails: { password: Buffer.from('s3cret') },
            ready: 1,
          },
        },
      },
      desired: {
        composite: { resource: { status: { a: 1 } }, ready: 2 },
        resources: { other: { resource: { kind: 'Other' } } },
      },
      context: { key: 'value' },
      requiredResources: { none: { items: [] }, two: { items: [{ resource: { a: 1 } }, { resource: { a: 2 } }] } },
      requiredSchemas: { there: { openapiV3: { type: 'object' } }, missing: {} },
    })
    const read = decodeRequest(bytesOf(sent))
    expect(read.tag).toBe('a-tag')
    expect(read.capabilities).toEqual([1, 2])
    expect(read.input && wholeOf(read.input)).toEqual(sent.input)
    expect(read.context && wholeOf(read.context)).toEqual({ key: 'value' })
    expect(
      Buffer.from(read.observed.resources.get('instance')?.connectionDetails.get('password') ?? []).toString(),
    ).toBe('s3cret')
    expect(read.desired.composite?.ready).toBe(2)
    expect(objectOf(read.desired.composite)).toEqual({ status: { a: 1 } })
    expect(read.requiredResources.get('none')).toEqual([])
    expect([...read.requiredSchemas].toSorted()).toEqual([
      ['missing', false],
      ['there', true],
    ])
    expect(read.requiredResources.get('two')?.map(objectOf)).toEqual([{ a: 1 }, { a: 2 }])
  })

  it('reads capabilities that come one by one, as some encoders send them', () => {
    const meta = [...field(2, 0, 2), ...field(2, 0, 4)]
    expect(decodeRequest(Uint8Array.of(0x0a, meta.length, ...meta)).capabilities).toEqual([2, 4])
  })

  it('skips fields that it does not know, or a newer core could not be talked to', () => {
    const unknown = Uint8Array.of(
      ...field(15, 0, 7),
      ...field(14, 1, 1, 2, 3, 4, 5, 6, 7, 8),
      ...field(13, 2, 2, 9, 9),
      ...field(12, 5, 1, 2, 3, 4),
    )
    expect(decodeRequest(Uint8Array.of(...unknown, ...bytesOf(request()))).tag).toBe('a-tag')
  })

  it('never reaches a prototype by a field’s name, or a claim could change every object of the process', () => {
    const entry = (key: string) => [0x0a, key.length, ...Buffer.from(key), 0x12, 2, 0x20, 1]
    const struct = ['__proto__', 'constructor'].flatMap(key => [0x0a, entry(key).length, ...entry(key)])
    const resource = [0x0a, struct.length, ...struct]
    const state = [0x0a, resource.length, ...resource]
    const object = objectOf(decodeRequest(Uint8Array.of(0x12, state.length, ...state)).observed.composite)
    expect(Object.keys(object)).toEqual(['__proto__', 'constructor'])
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

describe('decodeRequest of bytes that are no request', () => {
  it('refuses every truncation, or half a claim would be planned', () => {
    const whole = bytesOf(request())
    const lengths = Array.from({ length: whole.length - 1 }, (_, index) => index + 1)
    const accepted = lengths.filter(length => {
      try {
        decodeRequest(whole.subarray(0, length))
        return true
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedMessage)
        return false
      }
    })
    // A cut between two top-level fields is a shorter message, and well-formed.
    expect(accepted.length).toBeLessThan(8)
  })

  it('survives any bytes: an answer or MalformedMessage, never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        try {
          decodeRequest(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedMessage)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['a length far beyond the message', [0x12, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]],
    ['a varint that never ends', Array.from({ length: 12 }, () => 0xff)],
    ['field number 0', [0x02, 0x00]],
    ['a group, which protobuf has given up', [0x0b]],
    ['a tag that is not UTF-8', [0x0a, 0x03, 0x0a, 0x01, 0xff]],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodeRequest(Uint8Array.from(bytes))).toThrow(MalformedMessage)
  })

  it('refuses NaN and infinities, which JSON does not have', () => {
    for (const value of [NaN, Infinity, -Infinity]) expect(() => decodeObserved({ value })).toThrow(MalformedMessage)
  })

  it('reads 40 levels of nesting and refuses 200, or one request could end the process', () => {
    const nested = (depth: number): object => (depth === 0 ? {} : { deeper: nested(depth - 1) })
    expect(decodeObserved(nested(40))).toEqual(nested(40))
    expect(() => decodeObserved(nested(200))).toThrow(/nested deeper/)
    const lists = (depth: number): unknown => (depth === 0 ? [] : [lists(depth - 1)])
    expect(() => decodeObserved({ list: lists(200) })).toThrow(/nested deeper/)
  })
})
