import { isObject, type Json } from './json.ts'

/** JSON text with sorted keys: equal for equal values, whatever order their fields arrived in. */
export const canonical = (value: Json | undefined): string =>
  JSON.stringify(value, (_key, item: Json) => (isObject(item) ? sorted(item) : item)) ?? ''

const sorted = (fields: { readonly [key: string]: Json }) =>
  Object.fromEntries(Object.entries(fields).toSorted(([left], [right]) => (left < right ? -1 : 1)))
