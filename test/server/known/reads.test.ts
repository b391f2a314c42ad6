import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDeepStrictEqual } from 'node:util'
import { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { isObject, type JsonObject } from '../../../functions/runtime/json.ts'
import { at, partAt, partsAt } from '../../../functions/runtime/read.ts'
import { Unread } from '../../../functions/runtime/unread.ts'
import { decodeRequest } from '../../../functions/server/codec/request.ts'
import { Reads } from '../../../functions/server/known/reads.ts'
import { jsonObjects } from '../../harness/json.ts'
import { bytesOf } from '../../harness/requests.ts'

const lying = (resource: JsonObject): Unread => {
  const message = RunFunctionRequest.fromPartial({ observed: { composite: { resource } } })
  const found = decodeRequest(bytesOf(message)).observed.composite?.resource
  if (!(found instanceof Unread)) throw new Error('decoded too early')
  return found
}

const path = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 })
const small = fc.letrec<{ value: JsonObject }>(tie => ({
  value: fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.oneof(fc.boolean(), fc.constant([{ a: 1 }, { b: 2 }]), tie('value')),
  ),
})).value
const question = fc.record({ how: fc.constantFrom('at', 'part', 'parts'), path, next: path })

type Question = { readonly how: string; readonly path: readonly string[]; readonly next: readonly string[] }

/** What an object tells to some questions, and so what can be made of it. */
const asked = (object: Unread | JsonObject, questions: readonly Question[]) =>
  questions.map(({ how, path: first, next }) => {
    if (how === 'at') return at(object, ...first)
    if (how === 'part') return at(partAt(object, ...first), ...next)
    return partsAt(object, ...first).map(part => at(part, ...next))
  })

describe('the reads of an object', () => {
  it('are the same of another object only where the same would be made of it: the proof that an answer still holds', () => {
    fc.assert(
      fc.property(small, small, fc.array(question, { maxLength: 6 }), (one, other, questions) => {
        const reads = new Reads()
        const watched = reads.watch(lying(one))
        const told = asked(watched, questions)
        expect(told).toEqual(asked(one, questions))
        if (reads.close().tellTheSame([lying(other)])) expect(asked(other, questions)).toEqual(told)
        expect(reads.tellTheSame([lying(one)])).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('do not mind what was not read, or every write of a provider would cost a plan', () => {
    fc.assert(
      fc.property(jsonObjects(), jsonObjects(), (one, other) => {
        const reads = new Reads()
        at(reads.watch(lying({ name: 'same', rest: one })), 'name')
        expect(reads.tellTheSame([lying({ name: 'same', rest: other })])).toBe(true)
        expect(reads.tellTheSame([lying({ name: 'another', rest: one })])).toBe(false)
      }),
    )
  })

  it('of several objects are told apart', () => {
    const reads = new Reads()
    const [first, second] = [reads.watch(lying({ a: 1 })), reads.watch(lying({ a: 2 }))]
    expect([at(second, 'a'), at(first, 'a')]).toEqual([2, 1])
    expect(reads.tellTheSame([lying({ a: 1 }), lying({ a: 2 })])).toBe(true)
    expect(reads.tellTheSame([lying({ a: 2 }), lying({ a: 1 })])).toBe(false)
    expect(reads.tellTheSame([lying({ a: 1 })])).toBe(false)
  })

  it('of the whole are reads of everything', () => {
    fc.assert(
      fc.property(jsonObjects(), jsonObjects(), (one, other) => {
        const reads = new Reads()
        expect(isObject(reads.watch(lying(one)).whole())).toBe(true)
        expect(reads.tellTheSame([lying(other)])).toBe(isDeepStrictEqual(one, other))
      }),
    )
  })
})
