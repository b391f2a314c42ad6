import { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import type { RunFunctionRequest as Request } from '../../../functions/runtime/protocol.ts'
import { at } from '../../../functions/runtime/read.ts'
import { wholeOf, type Readable } from '../../../functions/runtime/unread.ts'
import { decodeRequest } from '../../../functions/server/codec/request.ts'
import { MadeOf } from '../../../functions/server/known/made-of.ts'
import { jsonObjects } from '../../harness/json.ts'
import { bytesOf } from '../../harness/requests.ts'
import { asked, questions, smallObjects } from '../../harness/wire.ts'

/** A request of some objects, the first of which is the claim. */
const requestOf = (first: JsonObject, ...others: readonly JsonObject[]): Request => {
  const resources = Object.fromEntries(others.map((resource, index) => [`key-${index}`, { resource }]))
  const observed = { composite: { resource: first }, resources }
  return decodeRequest(bytesOf(RunFunctionRequest.fromPartial({ observed })))
}
const objectIn = ({ observed }: Request, key?: string): Readable =>
  (key === undefined ? observed.composite : observed.resources.get(key))?.resource ?? {}

describe('what an answer was made of', () => {
  it('is the same in another request only where the same would be made of it: the proof that an answer still holds', () => {
    fc.assert(
      fc.property(smallObjects, smallObjects, questions, (one, other, list) => {
        const request = requestOf(one)
        const told = asked(objectIn(request), list)
        expect(told).toEqual(asked(one, list))
        const madeOf = new MadeOf(request)
        if (madeOf.isSameIn(requestOf(other))) expect(asked(other, list)).toEqual(told)
        expect(madeOf.isSameIn(requestOf(one))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('does not mind what was not read, or every write of a provider would cost a plan', () => {
    fc.assert(
      fc.property(jsonObjects(), jsonObjects(), (one, other) => {
        const request = requestOf({ name: 'same', rest: one })
        at(objectIn(request), 'name')
        const madeOf = new MadeOf(request)
        expect(madeOf.isSameIn(requestOf({ name: 'same', rest: other }))).toBe(true)
        expect(madeOf.isSameIn(requestOf({ name: 'another', rest: one }))).toBe(false)
      }),
    )
  })

  it('is told apart by object', () => {
    const request = requestOf({}, { a: 1 }, { a: 2 })
    expect([at(objectIn(request, 'key-1'), 'a'), at(objectIn(request, 'key-0'), 'a')]).toEqual([2, 1])
    const madeOf = new MadeOf(request)
    expect(madeOf.isSameIn(requestOf({}, { a: 1 }, { a: 2 }))).toBe(true)
    expect(madeOf.isSameIn(requestOf({}, { a: 2 }, { a: 1 }))).toBe(false)
    expect(madeOf.isSameIn(requestOf({}, { a: 1 }))).toBe(false)
  })

  it('is everything, where the whole was read', () => {
    fc.assert(
      fc.property(jsonObjects(), jsonObjects(), (one, other) => {
        const request = requestOf(one)
        wholeOf(objectIn(request))
        expect(new MadeOf(request).isSameIn(requestOf(other))).toBe(isDeepStrictEqual(one, other))
      }),
    )
  })

  it.each<[string, object, object]>([
    ['a value of connection details', details({ a: 'x' }), details({ a: 'y' })],
    ['a longer one', details({ a: 'x' }), details({ a: 'xx' })],
    ['one under another name', details({ a: 'x' }), details({ b: 'x' })],
    ['whether a resource is ready', composed({ ready: 1 }), composed({ ready: 2 })],
    ['a capability', { meta: { tag: '', capabilities: [1, 2] } }, { meta: { tag: '', capabilities: [1, 4] } }],
    ['an object that was fetched, and is not there', fetched([{}]), fetched([])],
    ['one that was not fetched, and one that is not there', {}, fetched([])],
    ['whether a kind is installed', { requiredSchemas: { a: { openapiV3: {} } } }, { requiredSchemas: { a: {} } }],
    ['that there is an input', { input: {} }, {}],
  ])('is told apart by %s', (_, one, other) => {
    const [first, again, second] = [one, one, other].map(parts =>
      decodeRequest(bytesOf(RunFunctionRequest.fromPartial(parts))),
    )
    if (!first || !again || !second) throw new Error('no request')
    const madeOf = new MadeOf(first)
    expect([madeOf.isSameIn(again), madeOf.isSameIn(second)]).toEqual([true, false])
    expect(new MadeOf(second).isSameIn(first)).toBe(false)
  })
})

function composed(resource: object): object {
  return { observed: { resources: { key: resource } } }
}

function details(values: Readonly<Record<string, string>>): object {
  const connectionDetails = Object.fromEntries(Object.entries(values).map(([key, text]) => [key, Buffer.from(text)]))
  return composed({ connectionDetails })
}

function fetched(items: readonly object[]): object {
  return { requiredResources: { name: { items: items.map(resource => ({ resource })) } } }
}
