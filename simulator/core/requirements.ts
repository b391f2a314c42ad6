import type { Requirements, ResourceSelector } from '@crossplane-org/function-sdk-typescript'
import { canonical } from '../../functions/runtime/canonical.ts'
import type { Json, JsonObject } from '../../functions/runtime/json.ts'
import { objectAt } from '../../functions/runtime/read.ts'
import type { ApiServer } from '../api/server.ts'

/** What a function asks for, by the name under which it wants it. */
export type Selectors = Readonly<Record<string, Partial<ResourceSelector>>>

/** How often core asks again before it gives up. */
export const maxIterations = 5

export const selectorsOf = (requirements: Requirements | undefined): Selectors => requirements?.resources ?? {}

export const sameSelectors = (left: Selectors, right: Selectors): boolean =>
  canonical(left as unknown as Json) === canonical(right as unknown as Json)

/** The objects for each selector. A missing object is a name with no items; a kind without CRD is an error. */
export const fetchRequired = (api: ApiServer, selectors: Selectors): ReadonlyMap<string, readonly JsonObject[]> =>
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
