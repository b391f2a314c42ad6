import { Severity, type RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import { canonical } from '../../../functions/runtime/canonical.ts'
import { isObject, type Json, type JsonObject } from '../../../functions/runtime/json.ts'
import { at, objectAt } from '../../../functions/runtime/read.ts'

/**
 * How a peer's answer differs from ours, in one sentence; `undefined` when both compose the same. The protocol leaves open
 * in which order things stand and whether an empty field is sent. The status has to be the same where the peer has one.
 */
export const difference = (ours: RunFunctionResponse, theirs: RunFunctionResponse): string | undefined => {
  const refused = refusal(theirs)
  if (refused !== undefined) return refused
  const [mine, other] = [ours.desired?.resources ?? {}, theirs.desired?.resources ?? {}]
  const keys = new Set([...Object.keys(mine), ...Object.keys(other)])
  for (const key of keys) {
    const where = firstDifference(plain(mine[key]?.resource), plain(other[key]?.resource), key)
    if (where !== undefined) return where
    if (mine[key]?.ready !== other[key]?.ready) return `${key}: ready is ${other[key]?.ready}, not ${mine[key]?.ready}`
  }
  const [known, status] = [ours, theirs].map(answer => objectAt(plain(answer.desired?.composite?.resource), 'status'))
  return firstDifference(overlap(known ?? {}, status ?? {}), status ?? {}, 'status')
}

/** Why a peer refuses a claim; `undefined` when it doesn't. */
export const refusal = ({ results }: RunFunctionResponse): string | undefined => {
  const fatal = results.find(({ severity }) => severity === Severity.SEVERITY_FATAL)
  return fatal && `it refuses: ${fatal.message}`
}

/** Without empty objects: `annotations: {}` says nothing. */
const plain = (value: object | undefined): JsonObject =>
  Object.fromEntries(
    Object.entries((value ?? {}) as JsonObject).flatMap(([key, item]): [string, Json][] => {
      if (!isObject(item)) return [[key, item]]
      const inner = plain(item)
      return Object.keys(inner).length === 0 ? [] : [[key, inner]]
    }),
  )

/** The part of an object that another has fields for. */
const overlap = (object: JsonObject, mask: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(mask).flatMap(([key, part]): [string, Json][] => {
      const own = at(object, key)
      if (own === undefined) return []
      return [[key, isObject(own) && isObject(part) ? overlap(own, part) : own]]
    }),
  )

const firstDifference = (left: Json | undefined, right: Json | undefined, path: string): string | undefined => {
  if (isObject(left) && isObject(right)) {
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      const found = firstDifference(left[key], right[key], `${path}.${key}`)
      if (found !== undefined) return found
    }
    return undefined
  }
  if (left !== undefined && right !== undefined && canonical(left) === canonical(right)) return undefined
  return `${path} is ${shown(right)}, not ${shown(left)}`
}

const shown = (value: Json | undefined): string =>
  value === undefined ? 'missing' : JSON.stringify(value).slice(0, 60)
