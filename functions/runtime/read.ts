import { isList, isObject, type Json, type JsonObject } from './json.ts'
import { remembering } from './remember.ts'
import { Unread, type Readable } from './unread.ts'

type Source = Json | Unread | undefined

/** What stands at a path of an untrusted object; `undefined` when any part of the way is missing. */
export const at = (value: Source, ...path: readonly string[]): Json | undefined => {
  if (value instanceof Unread) return value.at(path)
  let current = value
  for (const key of path) {
    if (!isObject(current) || !Object.hasOwn(current, key)) return undefined
    current = current[key]
  }
  return current
}

/** A non-empty string at a path. */
export const textAt = (value: Source, ...path: readonly string[]): string | undefined => {
  const found = at(value, ...path)
  return typeof found === 'string' && found !== '' ? found : undefined
}

export const numberAt = (value: Source, ...path: readonly string[]): number | undefined => {
  const found = at(value, ...path)
  return typeof found === 'number' ? found : undefined
}

export const objectAt = (value: Source, ...path: readonly string[]): JsonObject => {
  const found = at(value, ...path)
  return isObject(found) ? found : {}
}

export const listAt = (value: Source, ...path: readonly string[]): readonly Json[] => {
  const found = at(value, ...path)
  return isList(found) ? found : []
}

/** The object at a path, not decoded before somebody reads it. */
export const partAt = (value: Readable, ...path: readonly string[]): Readable =>
  value instanceof Unread ? (value.part(path) ?? {}) : objectAt(value, ...path)

/** The objects in the list at a path, none decoded before somebody reads it. */
export const partsAt = (value: Readable, ...path: readonly string[]): readonly Readable[] =>
  value instanceof Unread ? value.parts(path) : listAt(value, ...path).filter(isObject)

/** `spec.forProvider.region` as a path of keys. No path of ours has a key with a dot in it. */
export const steps: (path: string) => readonly string[] = remembering(1024, path => path.split('.'))

/** A copy of an object with the value at a path replaced; every object on the way is copied, none is changed. */
export const withAt = (value: JsonObject, path: readonly string[], replacement: Json): JsonObject => {
  const [key, ...rest] = path
  if (key === undefined) return value
  return { ...value, [key]: rest.length === 0 ? replacement : withAt(objectAt(value, key), rest, replacement) }
}
