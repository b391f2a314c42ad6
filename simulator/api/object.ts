import { canonical } from '../../functions/runtime/canonical.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { stableHash } from '../../functions/runtime/names.ts'
import { numberAt, objectAt, textAt } from '../../functions/runtime/read.ts'

/** Names one object. */
export interface ObjectRef {
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly namespace?: string
}

export const refOf = (object: JsonObject): ObjectRef => {
  const namespace = textAt(object, 'metadata', 'namespace')
  return {
    apiVersion: textAt(object, 'apiVersion') ?? '',
    kind: textAt(object, 'kind') ?? '',
    name: textAt(object, 'metadata', 'name') ?? '',
    ...(namespace !== undefined && { namespace }),
  }
}

export const keyOf = ({ apiVersion, kind, namespace = '', name }: ObjectRef): string =>
  `${apiVersion} ${kind} ${namespace} ${name}`

/**
 * The same UID for the same object in every run: names that contain it can be written into golden files. An object that
 * is made again under its name has another one.
 */
export const uidFor = ({ apiVersion, kind, namespace = '', name }: ObjectRef, life = 0): string => {
  const lives = life > 0 ? [String(life)] : []
  const hash =
    stableHash(apiVersion, kind, namespace, name, ...lives) + stableHash(name, kind, namespace, apiVersion, ...lives)
  const hex = Buffer.from(hash).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** A new generation for every change outside metadata and status. */
export const generationAfter = (live: JsonObject | undefined, next: JsonObject): number => {
  const generation = numberAt(live, 'metadata', 'generation') ?? 0
  const content = ({ metadata: _metadata, status: _status, ...rest }: JsonObject) => canonical(rest)
  return live && content(live) === content(next) ? generation : generation + 1
}

/** Whether a write changes nothing: then there is no new resourceVersion and no watch event. */
export const unchanged = (live: JsonObject, next: JsonObject): boolean => {
  const content = (object: JsonObject) => {
    const { resourceVersion: _version, ...metadata } = objectAt(object, 'metadata')
    return canonical({ ...object, metadata })
  }
  return content(live) === content(next)
}

export const onlyStatus = ({ apiVersion = '', kind = '', metadata = {}, status = {} }: JsonObject): JsonObject => ({
  apiVersion,
  kind,
  metadata,
  status,
})

export const withoutStatus = ({ status: _status, ...rest }: JsonObject): JsonObject => rest
