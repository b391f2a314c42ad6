import type { Resource, RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { createHash } from 'node:crypto'
import { isList, isObject, type Json, type JsonObject } from '../../../functions/runtime/json.ts'
import { stableHash } from '../../../functions/runtime/names.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { randomNumbers, shuffled, shuffledFields } from '../../../simulator/core/shuffle.ts'
import { claimName } from './claim.ts'

/** Annotations of a claim from which peers read what in a name comes from the claim's UID: they can't compute it. */
export const hashAnnotation = 'bench-hash-'

/**
 * The request of another claim of the same shape: another name and UID, in plain text and in what a Secret holds; other resource
 * versions; another tag; and everything that has no order in another order, as core sends it. Each `turn` is a later call for the
 * same claim, after writes that change nothing but resource versions: so no two calls have the same bytes.
 */
export const renamed = (request: RunFunctionRequest, number: number, turn = 0): RunFunctionRequest => {
  const random = randomNumbers(number + 1 + turn * 100_000)
  const claim: JsonObject = request.observed?.composite?.resource ?? {}
  const [uid, hashes] = [
    textAt(claim, 'metadata', 'uid') ?? '',
    hashesOf(claim, Object.keys(request.observed?.resources ?? {})),
  ]
  const changed = `${uid.slice(0, -4)}${String(number).padStart(4, '0')}`
  const other = Object.fromEntries(Object.keys(hashes).map(part => [part, stableHash(changed, part)]))
  const replacements: Replacements = [
    [claimName(0), claimName(number)],
    [uid, changed],
    ...Object.entries(hashes).map(([part, hash]): [string, string] => [hash, other[part] ?? hash]),
  ]
  const annotated = (resource: JsonObject): JsonObject => {
    const metadata = objectAt(resource, 'metadata')
    const own = Object.entries(other).map(([part, hash]) => [`${hashAnnotation}${part}`, hash] as const)
    const annotations = { ...objectAt(metadata, 'annotations'), ...Object.fromEntries(own) }
    return own.length === 0 ? resource : { ...resource, metadata: { ...metadata, annotations } }
  }
  const change = (resource: Resource, annotate = (object: JsonObject) => object): Resource => ({
    ...resource,
    resource: shuffledFields(
      annotate(renamedIn(resource.resource ?? {}, number, turn, replacements)),
      random,
    ) as Record<string, Json>,
    connectionDetails: Object.fromEntries(
      Object.entries(resource.connectionDetails).map(([key, value]) => [
        key,
        Buffer.from(renamedText(value.toString(), replacements)),
      ]),
    ),
  })
  const { composite, resources = {} } = request.observed ?? {}
  const tag = createHash('sha256').update(`${request.meta?.tag} ${number} ${turn}`).digest('hex')
  return {
    ...request,
    meta: { capabilities: [], ...request.meta, tag },
    observed: {
      composite: composite && change(composite, annotated),
      resources: Object.fromEntries(
        shuffled(Object.entries(resources), random).map(([key, value]) => [key, change(value)]),
      ),
    },
  }
}

/** In an object: its strings, the values of a Secret, and its resource version. */
const renamedIn = (object: JsonObject, number: number, turn: number, replacements: Replacements): JsonObject => {
  const result = deep(object, replacements) as JsonObject
  const metadata = objectAt(object, 'metadata')
  const version = metadata['resourceVersion']
  const versioned = {
    ...result,
    ...(typeof version === 'string' && {
      metadata: {
        ...objectAt(result, 'metadata'),
        resourceVersion: String((turn + 1) * 1_000_000 + number * 1000 + Number(version)),
      },
    }),
  }
  if (object['kind'] !== 'Secret') return versioned
  const data = Object.entries(objectAt(object, 'data')).map(([key, value]): [string, Json] => [
    key,
    base64(value, replacements),
  ])
  return { ...versioned, data: Object.fromEntries(data) }
}

const deep = (value: Json, replacements: Replacements): Json => {
  if (typeof value === 'string') return renamedText(value, replacements)
  if (isList(value)) return value.map(item => deep(item, replacements))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deep(item, replacements)]))
}

type Replacements = readonly (readonly [from: string, to: string])[]

const renamedText = (text: string, replacements: Replacements): string =>
  replacements.reduce((changed, [from, to]) => changed.replaceAll(from, to), text)

const base64 = (value: Json, replacements: Replacements): Json =>
  typeof value !== 'string'
    ? value
    : Buffer.from(renamedText(Buffer.from(value, 'base64').toString(), replacements)).toString('base64')

/** What a database's names have from its UID, by what is named. A set names its members by UIDs of their own, which stay. */
const hashesOf = (claim: JsonObject, keys: readonly string[]): Readonly<Record<string, string>> => {
  if (claim['kind'] !== 'XDatabase') return {}
  const uid = textAt(claim, 'metadata', 'uid') ?? ''
  const parts = [...keys, 'instance-details', 'instance-password']
  return Object.fromEntries(parts.map(part => [part, stableHash(uid, part)]))
}
