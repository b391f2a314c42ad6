import { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import fc from 'fast-check'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { at, partAt, partsAt } from '../../functions/runtime/read.ts'
import type { Readable } from '../../functions/runtime/unread.ts'
import { decodeRequest } from '../../functions/server/codec/request.ts'
import { WireObject } from '../../functions/server/codec/wire-object.ts'
import { bytesOf } from './requests.ts'

/** An object as it lies in a request. */
export const lying = (resource: JsonObject): WireObject => {
  const message = RunFunctionRequest.fromPartial({ observed: { composite: { resource } } })
  const found = decodeRequest(bytesOf(message)).observed.composite?.resource
  if (!(found instanceof WireObject)) throw new Error('decoded too early')
  return found
}

const path = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 })

/** Something to ask of an object. */
export const questions = fc.array(fc.record({ how: fc.constantFrom('at', 'part', 'parts'), path, next: path }), {
  maxLength: 6,
})

/** Small objects, so that two of them often have something in common. */
export const smallObjects = fc.letrec<{ value: JsonObject }>(tie => ({
  value: fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.oneof(
      fc.boolean(),
      fc.constant([{ a: 1 }, { b: 2 }]),
      fc.constant([]),
      fc.constant([{ a: 1 }, 'b']),
      tie('value'),
    ),
  ),
})).value

type Question = { readonly how: string; readonly path: readonly string[]; readonly next: readonly string[] }

/** What an object tells to some questions, and so what can be made of it. */
export const asked = (object: Readable, list: readonly Question[]) =>
  list.map(({ how, path: first, next }) => {
    if (how === 'at') return at(object, ...first)
    if (how === 'part') return at(partAt(object, ...first), ...next)
    return partsAt(object, ...first).map(part => at(part, ...next))
  })
