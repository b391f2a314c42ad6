import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'

/**
 * A merge patch writes a list as a whole: one that changes finalizers has to say which version of the object it was made for, or it
 * puts back what others have taken away meanwhile, and takes away what they have put there. The API server answers 409 then.
 */
export const forVersion = (change: JsonObject, seen: JsonObject): JsonObject => {
  const metadata = objectAt(change, 'metadata')
  if (metadata['finalizers'] === undefined) return change
  return { ...change, metadata: { ...metadata, resourceVersion: textAt(seen, 'metadata', 'resourceVersion') ?? '' } }
}

/** Whether a patch is for one version of its object. */
export const isForVersion = (change: JsonObject): boolean => textAt(change, 'metadata', 'resourceVersion') !== undefined

/**
 * The same patch for an object that others have changed since it was seen: of the finalizers it takes away and adds those that it did
 * before, and leaves all others. To an object that is being deleted none can be added.
 */
export const forLive = (change: JsonObject, seen: JsonObject, live: JsonObject): JsonObject => {
  const [wanted, before] = [finalizersOf(change), finalizersOf(seen)]
  const kept = finalizersOf(live).filter(name => wanted.includes(name) || !before.includes(name))
  const isEnding = textAt(live, 'metadata', 'deletionTimestamp') !== undefined
  const added = isEnding ? [] : wanted.filter(name => !before.includes(name) && !kept.includes(name))
  const metadata = { ...objectAt(change, 'metadata'), finalizers: [...kept, ...added] }
  return forVersion({ ...change, metadata }, live)
}

const finalizersOf = (object: JsonObject) => listAt(object, 'metadata', 'finalizers')
