import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changeOf } from '../../../control-plane/providers/change.ts'
import { isObject, type Json, type JsonObject } from '../../../functions/runtime/json.ts'

/** RFC 7386, as it stands there. */
const merged = (target: Json | undefined, patch: Json): Json => {
  if (!isObject(patch)) return patch
  const result: Record<string, Json> = isObject(target ?? null) ? { ...(target as JsonObject) } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key]
    else result[key] = merged(result[key], value)
  }
  return result
}

/** Kubernetes objects: nothing is null, and what is empty is not told from what is not there. */
const { object } = fc.letrec<{ object: JsonObject; value: Json }>(tie => ({
  value: fc.oneof({ maxDepth: 3 }, fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()), tie('object')),
  object: fc.dictionary(fc.stringMatching(/^[a-d]$/), tie('value'), { minKeys: 1, maxKeys: 4 }),
}))

it('makes of what is there what the provider wants, or a claim waits for an object that is never ready', () => {
  fc.assert(
    fc.property(object, object, (from, to) => {
      expect(merged(from, changeOf(from, to))).toEqual(to)
    }),
  )
})

it('is empty where nothing differs: a write that changes nothing wakes Crossplane', () => {
  fc.assert(
    fc.property(object, from => {
      expect(changeOf(from, structuredClone(from))).toEqual({})
    }),
  )
})

it('names only what differs, so that it meets no conflict with what others write meanwhile', () => {
  const from = { metadata: { labels: { a: '1' }, finalizers: ['x'] }, spec: { size: 1 } }
  const to = { metadata: { labels: { a: '1', b: '2' } }, spec: { size: 1 } }
  expect(changeOf(from, to)).toEqual({ metadata: { labels: { b: '2' }, finalizers: null } })
})
