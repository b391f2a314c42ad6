import { apiVersion } from '../../apis/group.ts'
import type { JsonObject } from '../runtime/json.ts'
import { textAt } from '../runtime/read.ts'
import type { Readable, Unread } from '../runtime/unread.ts'

/** Gives an object that was decoded before, where it is sure to be the same. */
export type Recall = (object: Unread) => Readable

/** How many objects are kept: a platform has one XPlatform, and an XEnvironment for each of its namespaces. */
const limit = 256

/**
 * Settings come with every call and hardly ever change: each version of an object of our own API is decoded once. Kubernetes
 * gives every version of an object a `resourceVersion` of its own, so what has the same is the same. Objects of other APIs, which
 * may hold secrets, are never kept.
 */
export const createRecall = (): Recall => {
  const known = new Map<string, JsonObject>()
  return object => {
    if (textAt(object, 'apiVersion') !== apiVersion) return object
    const [uid, version] = [textAt(object, 'metadata', 'uid'), textAt(object, 'metadata', 'resourceVersion')]
    if (uid === undefined || version === undefined) return object
    const key = `${uid} ${version}`
    const found = known.get(key) ?? object.whole()
    // Deleted and set again, it is the youngest: what goes first has not been asked for longest.
    known.delete(key)
    known.set(key, found)
    for (const oldest of known.keys()) {
      if (known.size <= limit) break
      known.delete(oldest)
    }
    return found
  }
}
