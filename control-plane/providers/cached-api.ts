import type { JsonObject } from '../../functions/runtime/json.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { keyOf, refOf } from '../../simulator/api/object.ts'
import type { ProviderApi } from '../../simulator/providers/actor.ts'
import { changeOf } from './change.ts'
import { forVersion, isForVersion } from './finalizers.ts'

/** A write as it goes to the API server. */
export interface Write {
  readonly object: JsonObject
  readonly method: 'create' | 'patch'
  /** A JSON merge patch; of the status subresource, or of everything else. */
  readonly body: JsonObject
  readonly subresource?: 'status'
  /** As its provider saw the object, where the patch is for that version alone. */
  readonly seen?: JsonObject
}

/** What the API server holds, as watches tell it, and what providers want to write there. */
export interface CachedApi extends ProviderApi {
  readonly seen: (object: JsonObject) => void
  readonly gone: (object: JsonObject) => void
  readonly list: () => readonly JsonObject[]
  /** The writes that have been asked for since the last call, in order. */
  readonly taken: () => readonly Write[]
}

/**
 * Lets providers, which read and write at once, work on a real API server: they read what watches have told, and what they have
 * written since; and their writes are gathered as merge patches of what they changed, which meet no conflict with what Crossplane
 * writes meanwhile, but where both change finalizers.
 */
export const cachedApi = (now = () => new Date()): CachedApi => {
  const objects = new Map<string, JsonObject>()
  let written = new Map<string, JsonObject>()
  const seen = (object: JsonObject): void => {
    const known = objects.get(keyOf(refOf(object)))
    if (versionOf(object) >= versionOf(known)) objects.set(keyOf(refOf(object)), object)
  }
  return {
    seen,
    // One that was made again under its name is another.
    gone: object => uidOf(objects.get(keyOf(refOf(object)))) === uidOf(object) && objects.delete(keyOf(refOf(object))),
    list: () => [...objects.values()],
    get: ref => written.get(keyOf(ref)) ?? objects.get(keyOf(ref)),
    update: object => written.set(keyOf(refOf(object)), object),
    time: () =>
      now()
        .toISOString()
        .replace(/\.\d{3}Z$/, 'Z'),
    taken: () => {
      const taken = written
      written = new Map()
      return [...taken].flatMap(([key, object]) => writesOf(objects.get(key), object))
    },
  }
}

const writesOf = (live: JsonObject | undefined, object: JsonObject): readonly Write[] => {
  if (!live) return [{ object, method: 'create', body: object }]
  const { status, ...rest } = changeOf(live, object)
  const body = forVersion(rest, live)
  const seen = isForVersion(body) && { seen: live }
  return [
    ...(Object.keys(rest).length > 0 ? [{ object, method: 'patch', body, ...seen } as const] : []),
    ...(status === undefined ? [] : [{ object, method: 'patch', body: { status }, subresource: 'status' } as const]),
  ]
}

const uidOf = (object: JsonObject | undefined): string | undefined => textAt(object, 'metadata', 'uid')

/** Versions count up on every API server that people run: an answer may overtake the watch that tells of an older write. */
const versionOf = (object: JsonObject | undefined): number =>
  Number(textAt(object, 'metadata', 'resourceVersion') ?? 0) || 0
