import type { Resource, RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { apiVersion } from '../../../apis/group.ts'
import type { Json, JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { claimName, databaseSpec, sizeLabel } from './claim.ts'
import { memberKey, setKind } from './set-kind.ts'

/** The members of a set, in their order: `d00`, `d01`, … */
export const memberNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `d${String(index).padStart(2, '0')}`)

/** The claim name under which the resources of a member are made. */
export const memberClaim = (member: string): string => `${claimName(0)}-${member}`

/**
 * One claim's request out of the requests of its members: what each member has composed becomes the set's, under a key with
 * the member's name. With `only`, of each member the resource of that key.
 */
export const merge = (
  members: readonly (readonly [name: string, atRest: RunFunctionRequest])[],
  size: string,
  only?: string,
): RunFunctionRequest => {
  const [, sample] = members[0] ?? []
  if (!sample) throw new Error('a set needs a member')
  const uid = 'b5a7e0c2-0000-4000-8000-5e7000000000'
  const owner = { apiVersion, kind: setKind, name: claimName(0), uid, controller: true, blockOwnerDeletion: true }
  const resources = members.flatMap(([name, { observed }]) =>
    Object.entries(observed?.resources ?? {})
      .filter(([key]) => only === undefined || key === only)
      .map(([key, sent]): [string, Resource] => {
        const resource: JsonObject = sent.resource ?? {}
        const metadata: Json = { ...objectAt(resource, 'metadata'), ownerReferences: [owner] }
        return [memberKey(name, key), { ...sent, resource: { ...resource, metadata } }]
      }),
  )
  const composite: JsonObject = sample.observed?.composite?.resource ?? {}
  const set: JsonObject = {
    apiVersion,
    kind: setKind,
    metadata: {
      ...objectAt(composite, 'metadata'),
      name: claimName(0),
      uid,
      labels: { ...objectAt(composite, 'metadata', 'labels'), [sizeLabel]: size },
    },
    spec: {
      database: databaseSpec,
      databases: members.map(([name, { observed }]) => ({ name, uid: uidOf(observed?.composite?.resource) })),
      ...(only !== undefined && { only }),
      crossplane: {
        ...objectAt(composite, 'spec', 'crossplane'),
        resourceRefs: resources.map(([, { resource }]) => reference(resource ?? {})),
      },
    },
    status: {
      ...objectAt(composite, 'status'),
      databases: Object.fromEntries(
        members.map(([name, { observed }]) => [name, objectAt(observed?.composite?.resource, 'status')]),
      ),
    },
  }
  return {
    ...sample,
    observed: {
      ...sample.observed,
      composite: { connectionDetails: {}, ready: 0, ...sample.observed?.composite, resource: set },
      resources: Object.fromEntries(resources),
    },
  }
}

const uidOf = (resource: JsonObject | undefined): string => textAt(resource, 'metadata', 'uid') ?? ''

const reference = (resource: JsonObject): JsonObject => ({
  apiVersion: textAt(resource, 'apiVersion') ?? '',
  kind: textAt(resource, 'kind') ?? '',
  name: textAt(resource, 'metadata', 'name') ?? '',
})
