/** A value that JSON, and with it `google.protobuf.Struct`, can carry. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [key: string]: Json
}

/** Why a value can't be sent, and where it stands. */
export interface JsonFault {
  readonly path: string
  readonly why: string
}

/** `Array.isArray` would make `any[]` of it. */
export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value)

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Finds the first part of a value that the wire would lose or change: `undefined`, `NaN`, an infinity, an unsafe
 * integer, a `Date`, a `bigint`, a function, a class instance. Nothing is repaired: what we send is what was planned.
 */
export const jsonFault = (value: unknown, path = '$'): JsonFault | undefined =>
  isJson(value) ? undefined : faultIn(value, path)

/** The same question without its answer's words: nearly everything is in order, and no path is spelled out for it. */
const isJson = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value === 'number')
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
  if (typeof value !== 'object') return typeof value === 'boolean'
  if (value === null) return true
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) if (!isJson(value[index])) return false
    return true
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  for (const key of Object.keys(value)) if (!key.isWellFormed()) return false
  for (const item of Object.values(value)) if (!isJson(item)) return false
  return true
}

const faultIn = (value: unknown, path: string): JsonFault | undefined => {
  if (value === null || typeof value === 'boolean') return undefined
  if (typeof value === 'string') return textFault(value, path)
  if (typeof value === 'number') return numberFault(value, path)
  if (typeof value !== 'object') return { path, why: `${typeof value} is not JSON` }
  if (Array.isArray(value)) return listFault(value, path)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return { path, why: `${className(value)} is not JSON` }
  for (const [key, item] of Object.entries(value)) {
    const fault = textFault(key, path) ?? faultIn(item, `${path}.${key}`)
    if (fault) return fault
  }
  return undefined
}

/** Half of a character that takes two can't be written as UTF-8: it would arrive as another. */
const textFault = (value: string, path: string): JsonFault | undefined =>
  value.isWellFormed() ? undefined : { path, why: 'a lone surrogate is not text' }

const numberFault = (value: number, path: string): JsonFault | undefined => {
  if (!Number.isFinite(value)) return { path, why: `${value} is not JSON` }
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return { path, why: `${value} is not a safe integer` }
  return undefined
}

const listFault = (list: readonly unknown[], path: string): JsonFault | undefined => {
  // By index, because a hole in a sparse array has to be found too.
  for (let index = 0; index < list.length; index++) {
    const fault = faultIn(list[index], `${path}[${index}]`)
    if (fault) return fault
  }
  return undefined
}

const className = (value: object): string => value.constructor?.name ?? 'an object of a class'

type OrUndefined<T> = { [K in keyof T]: T[K] | undefined }

/**
 * An object without its `undefined` fields: the one way to say “leave this field out”. Its type comes from where it is
 * used, so that a field that does not exist there fails to compile.
 */
export const present = <T extends object>(fields: OrUndefined<NoInfer<T>>): T => {
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) kept[key] = value
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is left has the type that was asked for
  return kept as T
}

/** A list that has something in it; `undefined`, which `present` leaves out, in place of an empty one. */
export const nonEmpty = <Item>(list: readonly Item[]): readonly Item[] | undefined =>
  list.length > 0 ? list : undefined
