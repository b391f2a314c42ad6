import type { Json, JsonObject } from '../../functions/runtime/json.ts'
import { numberAt, objectAt, steps, textAt, withAt } from '../../functions/runtime/read.ts'
import { withConditions, type NewCondition } from '../core/conditions.ts'
import { refOf } from '../api/object.ts'
import type { ProviderApi } from './actor.ts'

/** The object with annotations added. */
export const annotated = (object: JsonObject, annotations: Readonly<Record<string, string>>): JsonObject =>
  withAt(object, ['metadata', 'annotations'], { ...objectAt(object, 'metadata', 'annotations'), ...annotations })

export const withSpec = (object: JsonObject, path: string, value: Json): JsonObject =>
  withAt(object, steps(path), value)

/** The object with conditions set for its present generation, and fields added to `status.atProvider`. */
export const withStatus = (
  object: JsonObject,
  conditions: readonly Omit<NewCondition, 'observedGeneration'>[],
  time: string,
  atProvider: JsonObject = {},
): JsonObject => {
  const observedGeneration = numberAt(object, 'metadata', 'generation') ?? 1
  const set = withConditions(
    object,
    conditions.map(condition => ({ ...condition, observedGeneration })),
    time,
  )
  const provided = { ...objectAt(object, 'status', 'atProvider'), ...atProvider }
  return {
    ...object,
    status: {
      ...objectAt(object, 'status'),
      conditions: set as Json,
      ...(Object.keys(provided).length > 0 && { atProvider: provided }),
    },
  }
}

/** Writes a Secret that belongs to an object. */
export const writeSecret = (
  api: ProviderApi,
  owner: JsonObject,
  name: string,
  values: Readonly<Record<string, string>>,
  type = 'Opaque',
): void => {
  const { apiVersion, kind, name: ownerName, namespace = '' } = refOf(owner)
  const ref = { apiVersion: 'v1', kind: 'Secret', name, namespace }
  const existing = objectAt(api.get(ref), 'data')
  const data = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, Buffer.from(value).toString('base64')]),
  )
  const ownerReferences = [
    { apiVersion, kind, name: ownerName, uid: textAt(owner, 'metadata', 'uid') ?? '', controller: true },
  ]
  api.update(
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace, ownerReferences },
      type,
      data: { ...existing, ...data },
    },
    'provider',
  )
}

/** A value of a Secret in an object's namespace. */
export const secretOf = (api: ProviderApi, owner: JsonObject, name: string, key: string): string | undefined => {
  const { namespace = '' } = refOf(owner)
  const value = textAt(api.get({ apiVersion: 'v1', kind: 'Secret', name, namespace }), 'data', key)
  return value === undefined ? undefined : Buffer.from(value, 'base64').toString()
}
