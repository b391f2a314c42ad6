import { apiVersion } from '../../apis/group.ts'
import type { JsonObject } from '../runtime/json.ts'
import type { Resource, RunFunctionRequest } from '../runtime/protocol.ts'
import { textAt } from '../runtime/read.ts'
import type { Readable } from '../runtime/unread.ts'
import { BoundedMap } from './bounded-map.ts'
import { WireObject } from './codec/wire-object.ts'

/** A request whose settings were decoded before, where they are sure to be the same. */
export type Recall = (request: RunFunctionRequest) => RunFunctionRequest

/** How many objects are kept: a platform has one XPlatform, and an XEnvironment for each of its namespaces. */
const limit = 256

/**
 * Settings come with every call and hardly ever change: each version of an object of our own API is decoded once. Kubernetes
 * gives every version of an object a `resourceVersion` of its own, so what has the same is the same. Objects of other APIs, which
 * may hold secrets, are never kept.
 */
export const createRecall = (): Recall => {
  const known = new BoundedMap<JsonObject>(limit)
  const recalled = (object: Readable): Readable => {
    if (!(object instanceof WireObject) || textAt(object, 'apiVersion') !== apiVersion) return object
    const [uid, version] = [textAt(object, 'metadata', 'uid'), textAt(object, 'metadata', 'resourceVersion')]
    if (uid === undefined || version === undefined) return object
    const key = `${uid} ${version}`
    const found = known.get(key)
    if (found) return found
    // Not as this object, of which only the version has been read: that is all that an answer depends on.
    const whole = object.afresh().whole()
    known.set(key, whole)
    return whole
  }
  const withSettings = (item: Resource): Resource => ({ ...item, resource: recalled(item.resource) })
  return request => ({
    ...request,
    requiredResources: new Map([...request.requiredResources].map(([name, items]) => [name, items.map(withSettings)])),
  })
}
