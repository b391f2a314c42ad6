import { isList, isObject, type Json } from '../../functions/runtime/json.ts'
import type { Structural } from './structural.ts'
import type { Fault } from './validate.ts'

/** Items of a map list that have the same keys: which of them is meant could not be told. */
export const duplicates = (value: Json, schema: Structural, path = ''): readonly Fault[] => {
  if (isList(value)) {
    const { items = {} } = schema
    return [
      ...sameKeys(value, schema, path),
      ...value.flatMap((item, index) => duplicates(item, items, `${path}[${index}]`)),
    ]
  }
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, item]) => {
    const field = schema.properties?.[name] ?? schema.additionalProperties
    return field ? duplicates(item, field, path ? `${path}.${name}` : name) : []
  })
}

const sameKeys = (list: readonly Json[], schema: Structural, path: string): readonly Fault[] => {
  const keys = schema['x-kubernetes-list-map-keys']
  if (!keys) return []
  const seen = new Set<string>()
  return list.flatMap((item, index) => {
    const identity = JSON.stringify(Object.fromEntries(keys.map(key => [key, isObject(item) ? item[key] : undefined])))
    if (!seen.has(identity)) {
      seen.add(identity)
      return []
    }
    return [{ path: `${path}[${index}]`, message: `duplicate of ${identity}: choose another`, misfit: true }]
  })
}
