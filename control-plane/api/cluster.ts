import { KubeConfig } from '@kubernetes/client-node'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { isObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { LongWatch } from './long-watch.ts'
import { ApiError, opener, sender } from './request.ts'
import { allGroups, kindsIn, locator, type Target } from './resources.ts'

/** The API server of a control plane, as its administrator. */
export interface Cluster {
  /** For an informer of the client library. */
  readonly watch: LongWatch
  /** Server-side apply; fields that others own are left alone. @throws what the API server says */
  readonly apply: (object: JsonObject, subresource?: 'status') => Promise<void>
  /** A JSON merge patch (RFC 7386), as a controller's update. @returns the object as it is then @throws ApiError */
  readonly patch: (object: JsonObject, change: JsonObject, subresource?: 'status') => Promise<JsonObject>
  /** Deletes. @returns the API server's words when it refuses */
  readonly remove: (object: JsonObject) => Promise<string | undefined>
  /** `undefined` when it, or its kind, is not there. */
  readonly read: (apiVersion: string, kind: string, name: string, namespace?: string) => Promise<JsonObject | undefined>
  /** Of one namespace, or of all. @throws ApiError 404 when the kind is not there */
  readonly list: (apiVersion: string, kind: string, namespace?: string) => Promise<List>
  /** Of all objects of a kind their metadata alone: for those that are large. */
  readonly listMetadata: (apiVersion: string, kind: string) => Promise<readonly JsonObject[]>
  /** Every kind that the API server serves in a named group, as `<apiVersion> <kind>`. */
  readonly servedKinds: () => Promise<ReadonlySet<string>>
}

/** With the version from which a watch goes on. */
export interface List {
  readonly items: readonly JsonObject[]
  readonly resourceVersion: string
}

const query = '?fieldManager=roadbed&force=true&fieldValidation=Strict'

export const connect = (kubeconfig: string): Cluster => {
  const config = new KubeConfig()
  config.loadFromFile(kubeconfig)
  const open = opener(config)
  const send = sender(open)
  const locate = locator(send)
  return {
    watch: new LongWatch(config, open),
    apply: async (object, subresource) => {
      try {
        const path = await locate({ ...targetOf(object), ...(subresource && { subresource }) })
        await send('PATCH', `${path}${query}`, object, { content: 'application/apply-patch+yaml' })
      } catch (error) {
        throw new Error(`${describe(object)} was not accepted: ${reason(error)}`, { cause: error })
      }
    },
    patch: async (object, change, subresource) => {
      const path = await locate({ ...targetOf(object), ...(subresource && { subresource }) })
      return send('PATCH', `${path}?fieldManager=provider`, change, {
        content: 'application/merge-patch+json',
      })
    },
    remove: async object => {
      try {
        await send('DELETE', await locate(targetOf(object)))
        return undefined
      } catch (error) {
        return reason(error)
      }
    },
    read: async (apiVersion, kind, name, namespace) => {
      try {
        return await send('GET', await locate({ apiVersion, kind, name, namespace }))
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return undefined
        throw error
      }
    },
    list: async (apiVersion, kind, namespace) => {
      const list = await send('GET', await locate({ apiVersion, kind, namespace }))
      // A list leaves out of its items what it says itself.
      const items = listAt(list, 'items').filter(isObject)
      return {
        items: items.map(item => ({ ...item, apiVersion, kind })),
        resourceVersion: textAt(list, 'metadata', 'resourceVersion') ?? '',
      }
    },
    listMetadata: async (apiVersion, kind) => {
      const list = await send('GET', await locate({ apiVersion, kind }), undefined, {
        accept: 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
      })
      return listAt(list, 'items').map(item => objectAt(item, 'metadata'))
    },
    servedKinds: async () => new Set(kindsIn(await send('GET', '/apis', undefined, { accept: allGroups }))),
  }
}

const targetOf = (object: JsonObject): Target => ({
  apiVersion: textAt(object, 'apiVersion') ?? '',
  kind: textAt(object, 'kind') ?? '',
  name: textAt(object, 'metadata', 'name'),
  namespace: textAt(object, 'metadata', 'namespace'),
})

const describe = (object: JsonObject): string => `${textAt(object, 'kind')} ${textAt(object, 'metadata', 'name')}`

export const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))
