import { createHash } from 'node:crypto'
import { isList, type JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { ApiError } from '../api/errors.ts'
import { unplacedReason } from '../api/namespaces.ts'
import { refOf } from '../api/object.ts'
import type { ApiServer } from '../api/server.ts'
import { inUse } from '../api/usages.ts'
import { isControlledBy, keyAnnotation } from './observe.ts'
import { shuffled } from './shuffle.ts'
import type { Sent } from './wire.ts'

export const compositeLabel = 'crossplane.io/composite'

/** A desired resource with the metadata that core gives it: an observed name wins, then the function's, then a made one. */
export const rendered = (
  key: string,
  desired: JsonObject,
  composite: JsonObject,
  observed: Sent | undefined,
): JsonObject => {
  const metadata = objectAt(desired, 'metadata')
  const existing = observed && refOf(observed.resource)
  const namespace = textAt(composite, 'metadata', 'namespace')
  return {
    ...desired,
    metadata: {
      ...metadata,
      name: existing?.name ?? textAt(metadata, 'name') ?? generatedName(key, composite),
      ...(namespace !== undefined && { namespace }),
      labels: { ...objectAt(metadata, 'labels'), [compositeLabel]: rootOf(composite) },
      annotations: { ...objectAt(metadata, 'annotations'), [keyAnnotation]: key },
      ownerReferences: [ownerReference(composite)],
    },
  }
}

/** Everything below a composite carries the outermost one's name. */
const rootOf = (composite: JsonObject): string =>
  textAt(composite, 'metadata', 'labels', compositeLabel) ?? textAt(composite, 'metadata', 'name') ?? ''

const generatedName = (key: string, composite: JsonObject): string => {
  const hash = createHash('sha256')
    .update(`${textAt(composite, 'metadata', 'uid')}${key}`)
    .digest('hex')
    .slice(0, 12)
  return `${(textAt(composite, 'metadata', 'name') ?? '').slice(0, 50)}-${hash}`
}

const ownerReference = (composite: JsonObject): JsonObject => ({
  apiVersion: composite['apiVersion'] ?? '',
  kind: composite['kind'] ?? '',
  name: textAt(composite, 'metadata', 'name') ?? '',
  uid: textAt(composite, 'metadata', 'uid') ?? '',
  controller: true,
  blockOwnerDeletion: true,
})

/** Every kind is looked up before anything is written; a cluster-scoped one has no place in a namespaced composite. */
export const checkKinds = (api: ApiServer, resources: ReadonlyMap<string, JsonObject>, composite: JsonObject): void => {
  for (const [key, resource] of resources) {
    const { apiVersion, kind, name } = refOf(resource)
    const { scope } = api.kind(apiVersion, kind)
    if (scope === 'Cluster' && textAt(composite, 'metadata', 'namespace')) {
      throw new Error(
        `cannot apply cluster scoped composed resource "${key}" (a ${kind} named ${name}) for a namespaced composite resource.`,
      )
    }
  }
}

/** Deletes what is observed and not desired any more, before anything is applied. Only keys are compared. What is in use aborts. */
export const collectGarbage = (
  api: ApiServer,
  observed: ReadonlyMap<string, Sent>,
  desired: ReadonlyMap<string, JsonObject>,
): readonly string[] => {
  const dropped = [...observed].filter(([key]) => !desired.has(key))
  for (const [key, { resource }] of dropped) {
    const refusal = inUse(api.get(refOf(resource)) ?? {})
    if (refusal !== undefined) throw new Error(`cannot garbage collect composed resource "${key}": ${refusal}`)
    api.delete(refOf(resource))
  }
  return dropped.map(([key]) => key)
}

/** Applies in random order. A 422 leaves that resource out and goes on; any other error aborts. Returns the keys left out. */
export const applyAll = (
  api: ApiServer,
  resources: ReadonlyMap<string, JsonObject>,
  composite: JsonObject,
  random: () => number,
  warn: (message: string) => void,
): readonly string[] => {
  const unsynced: string[] = []
  for (const [key, resource] of shuffled([...resources], random)) {
    try {
      assertNotTaken(api, resource, composite)
      assertPlaced(api, resource, composite)
      api.apply(resource, managerOf(composite))
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 422)
        throw new Error(`cannot apply composed resource "${key}": ${(error as Error).message}`, { cause: error })
      unsynced.push(key)
      warn(`cannot apply composed resource "${key}": ${error.message}`)
    }
  }
  return unsynced.toSorted()
}

/** An object that somebody else controls is refused; one that nobody controls is adopted silently. */
const assertNotTaken = (api: ApiServer, resource: JsonObject, composite: JsonObject): void => {
  const existing = api.get(refOf(resource))
  const owners = existing ? (objectAt(existing, 'metadata')['ownerReferences'] ?? []) : []
  const controlled = isList(owners) && owners.some(owner => objectAt({ owner }, 'owner')['controller'] === true)
  if (existing && controlled && !isControlledBy(existing, textAt(composite, 'metadata', 'uid') ?? '')) {
    throw new ApiError(422, 'Only one reference can have Controller set to true')
  }
}

/**
 * There is no such place as no namespace for a kind that has one. The namespace of a namespaced composite is there, or the composite
 * would not be; that of a cluster-scoped one's objects has to be looked for.
 */
const assertPlaced = (api: ApiServer, resource: JsonObject, composite: JsonObject): void => {
  const { apiVersion, kind, namespace } = refOf(resource)
  if (api.kind(apiVersion, kind).scope !== 'Namespaced') return
  if (!namespace) throw new Error('the server could not find the requested resource')
  if (textAt(composite, 'metadata', 'namespace') !== undefined || api.get(refOf(resource))) return
  const reason = unplacedReason(namespace, api.get({ apiVersion: 'v1', kind: 'Namespace', name: namespace }))
  if (reason !== undefined) throw new Error(reason)
}

/** Core's manager for all that a composite composes: one per composite, not per kind. */
export const managerOf = (composite: JsonObject): string => {
  const { apiVersion, kind } = refOf(composite)
  const group = apiVersion.split('/').slice(0, -1).join('/')
  const hash = createHash('sha256')
    .update(`${textAt(composite, 'metadata', 'name')}${kind}.${group}`)
    .digest('hex')
  return `apiextensions.crossplane.io/composed/${hash}`
}
