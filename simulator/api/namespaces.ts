import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'

export const isNamespace = (object: JsonObject): boolean =>
  object['apiVersion'] === 'v1' && object['kind'] === 'Namespace'

/** What the API server gives a Namespace that is new: its phase, and the label by which policies select it. */
export const furnished = (object: JsonObject, live: JsonObject | undefined): JsonObject => {
  if (!isNamespace(object) || live) return object
  const metadata = objectAt(object, 'metadata')
  const labels = { ...objectAt(metadata, 'labels'), 'kubernetes.io/metadata.name': metadata['name'] ?? '' }
  return { ...object, metadata: { ...metadata, labels }, status: { phase: 'Active' } }
}

/** A Namespace takes nothing new once it is to go. */
export const terminating = (namespace: JsonObject, time: string): JsonObject => ({
  ...namespace,
  metadata: { ...objectAt(namespace, 'metadata'), deletionTimestamp: time },
  status: { phase: 'Terminating' },
})

/** Why an object can't be made in its namespace, in the API server's words. */
export const unplacedReason = (name: string, namespace: JsonObject | undefined): string | undefined => {
  if (!namespace) return `namespaces "${name}" not found`
  return textAt(namespace, 'status', 'phase') === 'Terminating'
    ? `unable to create new content in namespace ${name} because it is being terminated`
    : undefined
}
