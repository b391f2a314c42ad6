import { Resource, RunFunctionRequest, RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt } from '../../../functions/runtime/read.ts'

/** Bytes by what they are spent on, the largest first. */
export type Contributors = readonly (readonly [what: string, bytes: number])[]

/** What a request is made of. */
export const requestContributors = (request: RunFunctionRequest): Contributors => {
  const { observed } = request
  const objects = Object.values(observed?.resources ?? {}).map(({ resource }): JsonObject => resource ?? {})
  return ranked(RunFunctionRequest.encode(request).finish().length, [
    ...sections('composed resources', objects),
    ...sections('the claim', [observed?.composite?.resource ?? {}]),
    ['connection details', sum(Object.values(observed?.resources ?? {}).map(detailBytes))],
    [
      'fetched objects (the platform’s settings)',
      sum(Object.values(request.requiredResources).flatMap(({ items }) => items.map(bytesOf))),
    ],
  ])
}

/** What a response is made of. */
export const responseContributors = (response: RunFunctionResponse): Contributors => {
  const { desired } = response
  const objects = Object.values(desired?.resources ?? {}).map(({ resource }): JsonObject => resource ?? {})
  return ranked(RunFunctionResponse.encode(response).finish().length, [
    ...sections('composed resources', objects),
    ...sections('the claim', [desired?.composite?.resource ?? {}]),
  ])
}

const sections = (whose: string, objects: readonly JsonObject[]): Contributors => {
  const of = (what: string, part: (object: JsonObject) => JsonObject) =>
    [`${what} of ${whose}`, sum(objects.map(part).map(structBytes))] as const
  const without = (object: JsonObject, name: string) =>
    Object.fromEntries(Object.entries(object).filter(([key]) => key !== name))
  return [
    of('managedFields', object => {
      const { managedFields } = objectAt(object, 'metadata')
      return managedFields === undefined ? {} : { managedFields }
    }),
    of('other metadata', object => without(objectAt(object, 'metadata'), 'managedFields')),
    of('spec', object => objectAt(object, 'spec')),
    of('status', object => objectAt(object, 'status')),
    of('Secret data', object => objectAt(object, 'data')),
  ]
}

const ranked = (total: number, parts: Contributors): Contributors => {
  const rest = total - sum(parts.map(([, bytes]) => bytes))
  return [...parts, ['everything else', rest] as const]
    .filter(([, bytes]) => bytes > 0)
    .toSorted(([, left], [, right]) => right - left)
}

const bytesOf = (resource: Resource): number => Resource.encode(resource).finish().length

const structBytes = (resource: JsonObject): number =>
  Object.keys(resource).length === 0 ? 0 : bytesOf(Resource.fromPartial({ resource }))

const detailBytes = ({ connectionDetails }: Resource): number => bytesOf(Resource.fromPartial({ connectionDetails }))

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
