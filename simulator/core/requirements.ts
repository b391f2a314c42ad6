import type { Requirements, ResourceSelector, SchemaSelector } from '@crossplane-org/function-sdk-typescript'
import { canonical } from '../../functions/runtime/canonical.ts'
import type { Json, JsonObject } from '../../functions/runtime/json.ts'
import { objectAt } from '../../functions/runtime/read.ts'
import type { ApiServer } from '../api/server.ts'

export type Selectors = Readonly<Record<string, Partial<ResourceSelector>>>

/** What a function asks for, by the names under which it wants it. */
export interface Needs {
  readonly resources: Selectors
  readonly schemas: Readonly<Record<string, SchemaSelector>>
}

/** What there is of it. A schema is `undefined` for a kind that is not installed. */
export interface Fetched {
  readonly resources: ReadonlyMap<string, readonly JsonObject[]>
  readonly schemas: ReadonlyMap<string, JsonObject | undefined>
}

/** How often core asks again before it gives up. */
export const maxIterations = 5

export const needsOf = ({ resources = {}, schemas = {} }: Partial<Requirements> = {}): Needs => ({ resources, schemas })

export const sameNeeds = (left: Needs, right: Needs): boolean =>
  canonical(left as unknown as Json) === canonical(right as unknown as Json)

export const fetchNeeds = (api: ApiServer, { resources, schemas }: Needs): Fetched => ({
  resources: fetchRequired(api, resources),
  schemas: new Map(
    Object.entries(schemas).map(([name, { apiVersion, kind }]) => [name, api.schemaOf(apiVersion, kind)]),
  ),
})

/** The objects for each selector. A missing object is a name with no items; a kind without CRD is an error. */
const fetchRequired = (api: ApiServer, selectors: Selectors): ReadonlyMap<string, readonly JsonObject[]> =>
  new Map(Object.entries(selectors).map(([name, selector]) => [name, fetchOne(api, selector)]))

const fetchOne = (
  api: ApiServer,
  { apiVersion = '', kind = '', matchName, matchLabels, namespace }: Partial<ResourceSelector>,
) => {
  api.kind(apiVersion, kind)
  if (matchName !== undefined) {
    const found = api.get({ apiVersion, kind, name: matchName, ...(namespace !== undefined && { namespace }) })
    return found ? [found] : []
  }
  return api
    .list()
    .filter(object => object['apiVersion'] === apiVersion && object['kind'] === kind)
    .filter(object => namespace === undefined || objectAt(object, 'metadata')['namespace'] === namespace)
    .filter(object => {
      const labels = objectAt(object, 'metadata', 'labels')
      return Object.entries(matchLabels?.labels ?? {}).every(([key, value]) => labels[key] === value)
    })
}
