import type { Resource, RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { createHash } from 'node:crypto'
import { isList, isObject, type Json, type JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt } from '../../../functions/runtime/read.ts'
import { randomNumbers, shuffled, shuffledFields } from '../../../simulator/core/shuffle.ts'
import { claimName } from './claim.ts'

/**
 * The request of another claim of the same shape: another name, in plain text and in what a Secret holds; other resource
 * versions; another tag; and everything that has no order in another order, as core sends it. UIDs stay, for the names that
 * are made from them are literals in the peers.
 */
export const renamed = (request: RunFunctionRequest, number: number): RunFunctionRequest => {
  const random = randomNumbers(number + 1)
  const change = (resource: Resource): Resource => ({
    ...resource,
    resource: shuffledFields(renamedIn(resource.resource ?? {}, number), random) as Record<string, Json>,
    connectionDetails: Object.fromEntries(
      Object.entries(resource.connectionDetails).map(([key, value]) => [
        key,
        Buffer.from(renamedText(value.toString(), number)),
      ]),
    ),
  })
  const { composite, resources = {} } = request.observed ?? {}
  const tag = createHash('sha256').update(`${request.meta?.tag} ${number}`).digest('hex')
  return {
    ...request,
    meta: { capabilities: [], ...request.meta, tag },
    observed: {
      composite: composite && change(composite),
      resources: Object.fromEntries(
        shuffled(Object.entries(resources), random).map(([key, value]) => [key, change(value)]),
      ),
    },
  }
}

/** In an object: its strings, the values of a Secret, and its resource version. */
export const renamedIn = (object: JsonObject, number: number): JsonObject => {
  const result = deep(object, number) as JsonObject
  const metadata = objectAt(object, 'metadata')
  const version = metadata['resourceVersion']
  const versioned = {
    ...result,
    ...(typeof version === 'string' && {
      metadata: { ...objectAt(result, 'metadata'), resourceVersion: String(100_000 + number * 1000 + Number(version)) },
    }),
  }
  if (object['kind'] !== 'Secret') return versioned
  const data = Object.entries(objectAt(object, 'data')).map(([key, value]): [string, Json] => [
    key,
    base64(value, number),
  ])
  return { ...versioned, data: Object.fromEntries(data) }
}

const deep = (value: Json, number: number): Json => {
  if (typeof value === 'string') return renamedText(value, number)
  if (isList(value)) return value.map(item => deep(item, number))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deep(item, number)]))
}

const renamedText = (text: string, number: number): string => text.replaceAll(claimName(0), claimName(number))

const base64 = (value: Json, number: number): Json =>
  typeof value !== 'string'
    ? value
    : Buffer.from(renamedText(Buffer.from(value, 'base64').toString(), number)).toString('base64')
