import {
  CustomObjectsApi,
  KubeConfig,
  KubernetesObjectApi,
  PatchStrategy,
  setHeaderOptions,
  type KubernetesListObject,
  type KubernetesObject,
} from '@kubernetes/client-node'
import { stringify } from 'yaml'
import type { JsonObject } from '../functions/runtime/json.ts'
import { textAt } from '../functions/runtime/read.ts'

/** An object that names itself. */
export type ApiObject = JsonObject

/** The API server of a control plane, as its administrator. */
export interface Cluster {
  readonly config: KubeConfig
  /** Server-side apply; fields that others own are left alone. @throws what the API server says */
  readonly apply: (object: ApiObject) => Promise<void>
  /** Server-side apply of the status of a cluster-scoped custom resource. @throws what the API server says */
  readonly applyStatus: (plural: string, object: ApiObject) => Promise<void>
  /** `undefined` when it, or its kind, is not there. */
  readonly read: (apiVersion: string, kind: string, name: string, namespace?: string) => Promise<JsonObject | undefined>
  /** Of all namespaces, with the version from which a watch goes on. */
  readonly listAll: (apiVersion: string, kind: string) => Promise<KubernetesListObject<KubernetesObject>>
}

const fieldManager = 'roadbed'

export const connect = (kubeconfig: string): Cluster => {
  const config = new KubeConfig()
  config.loadFromFile(kubeconfig)
  // What kinds there are is remembered by a client; CRDs come and go here.
  const client = () => KubernetesObjectApi.makeApiClient(config)
  return {
    config,
    apply: async object => {
      await refused(object, () =>
        client().patch(object, undefined, undefined, fieldManager, true, PatchStrategy.ServerSideApply),
      )
    },
    applyStatus: async (plural, object) => {
      const [group = '', version = ''] = (textAt(object, 'apiVersion') ?? '').split('/')
      const name = textAt(object, 'metadata', 'name') ?? ''
      const target = { group, version, plural, name, body: object, fieldManager, force: true }
      const asApply = setHeaderOptions('Content-Type', PatchStrategy.ServerSideApply)
      await refused(object, () =>
        config.makeApiClient(CustomObjectsApi).patchClusterCustomObjectStatus(target, asApply),
      )
    },
    read: async (apiVersion, kind, name, namespace) => {
      try {
        const metadata = { name, ...(namespace !== undefined && { namespace }) }
        return await client().read({ apiVersion, kind, metadata })
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    listAll: (apiVersion, kind) => client().list(apiVersion, kind),
  }
}

const refused = async (object: ApiObject, request: () => Promise<unknown>): Promise<void> => {
  try {
    await request()
  } catch (error) {
    throw new Error(`${describe(object)} was not accepted: ${reason(error)}`, { cause: error })
  }
}

export const describe = (object: ApiObject): string =>
  `${textAt(object, 'kind') ?? 'an object'} ${textAt(object, 'metadata', 'name') ?? stringify(object)}`

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 404) || error.message.startsWith('Unrecognized API version'))

/** The API server's own message, without the headers that the client adds. */
export const reason = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const body: unknown = 'body' in error ? error.body : undefined
  if (typeof body !== 'string') return error.message
  try {
    return textAt(JSON.parse(body) as JsonObject, 'message') ?? error.message
  } catch {
    return error.message
  }
}
