import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt, textAt } from '../../functions/runtime/read.ts'
import { ApiError, type Send } from './request.ts'

/** One kind, as URLs name it. */
export interface Target {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace?: string | undefined
  readonly name?: string | undefined
  readonly subresource?: 'status'
}

/** Finds the path of an object. */
export type Locate = (target: Target) => Promise<string>

/**
 * Asks the API server how a kind is called in a URL, once for each.
 *
 * @throws ApiError 404 while it does not serve the kind
 */
export const locator = (send: Send): Locate => {
  const plurals = new Map<string, string>()
  return async ({ apiVersion, kind, namespace, name, subresource }) => {
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`
    const key = `${apiVersion} ${kind}`
    const plural = plurals.get(key) ?? (await discover(send, root, kind))
    plurals.set(key, plural)
    const parts = [root, ...(namespace === undefined ? [] : ['namespaces', namespace]), plural, name, subresource]
    return parts.filter(part => part !== undefined).join('/')
  }
}

const discover = async (send: Send, root: string, kind: string): Promise<string> => {
  const found = listAt(await send('GET', root), 'resources').find(
    resource => textAt(resource, 'kind') === kind && textAt(resource, 'name')?.includes('/') === false,
  )
  const plural = textAt(found, 'name')
  if (plural === undefined) throw new ApiError(404, `the API server does not serve ${kind} in ${root}`)
  return plural
}

/** Asks for every kind of every named group in one answer, as Kubernetes has it since 1.30. */
export const allGroups = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList'

/** The kinds in that answer, as `<apiVersion> <kind>`. */
export const kindsIn = (discovery: JsonObject): readonly string[] =>
  listAt(discovery, 'items').flatMap(group =>
    listAt(group, 'versions').flatMap(version =>
      listAt(version, 'resources').map(
        resource =>
          `${textAt(group, 'metadata', 'name')}/${textAt(version, 'version')} ${textAt(resource, 'responseKind', 'kind')}`,
      ),
    ),
  )
