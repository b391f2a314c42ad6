import { isObject, type JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { refOf, type ObjectRef } from '../api/object.ts'
import type { ApiServer } from '../api/server.ts'
import type { Sent } from './wire.ts'

export const keyAnnotation = 'crossplane.io/composition-resource-name'

/** What exists of a composite: the resources that it refers to and controls, by key, with their connection details. */
export const observeComposed = (api: ApiServer, composite: JsonObject): ReadonlyMap<string, Sent> => {
  const found = new Map<string, Sent>()
  for (const ref of resourceRefs(composite)) {
    if (api.kind(ref.apiVersion, ref.kind).scope === 'Namespaced' && !ref.namespace) throw new Error(unplaced)
    const resource = api.get(ref)
    if (!resource || !isControlledBy(resource, textAt(composite, 'metadata', 'uid') ?? '')) continue
    const key = textAt(resource, 'metadata', 'annotations', keyAnnotation)
    if (key !== undefined) found.set(key, { resource, connectionDetails: connectionDetails(api, resource) })
  }
  return found
}

const unplaced =
  'cannot get existing composed resources: cannot get composed resource: an empty namespace may not be set when a resource name is provided'

export const resourceRefs = (composite: JsonObject): readonly ObjectRef[] => {
  const namespace = textAt(composite, 'metadata', 'namespace')
  return listAt(composite, 'spec', 'crossplane', 'resourceRefs')
    .filter(isObject)
    .map(ref => ({ ...(namespace !== undefined && { namespace }), ...(ref as unknown as ObjectRef) }))
}

export const isControlledBy = (object: JsonObject, uid: string): boolean =>
  listAt(object, 'metadata', 'ownerReferences')
    .filter(isObject)
    .some(owner => owner['uid'] === uid && owner['controller'] === true)

/** Read from the Secret that the resource names for itself; nothing else is asked of that Secret. */
const connectionDetails = (api: ApiServer, resource: JsonObject): ReadonlyMap<string, Uint8Array> => {
  const name = textAt(resource, 'spec', 'writeConnectionSecretToRef', 'name')
  const { namespace } = refOf(resource)
  const secret =
    name === undefined
      ? undefined
      : api.get({ apiVersion: 'v1', kind: 'Secret', name, ...(namespace !== undefined && { namespace }) })
  return new Map(
    Object.entries(objectAt(secret, 'data')).map(([key, value]) => [
      key,
      Buffer.from(typeof value === 'string' ? value : '', 'base64'),
    ]),
  )
}
