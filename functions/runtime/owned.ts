import { isList, isObject, type Json, type JsonObject } from './json.ts'
import { listAt, objectAt, textAt } from './read.ts'

/** Core applies every composed resource as a manager of this name, followed by a hash. */
const manager = 'apiextensions.crossplane.io/composed/'

/**
 * The part of an observed resource that we applied, read from its managedFields: what has to be sent again so that
 * nothing about the resource changes. `undefined` when the object carries no such record.
 */
export const ownedPart = (object: JsonObject): JsonObject | undefined => {
  const records = listAt(object, 'metadata', 'managedFields').filter(
    record => textAt(record, 'manager')?.startsWith(manager) && textAt(record, 'operation') === 'Apply',
  )
  if (records.length === 0) return undefined
  const fields = records.map(record => objectAt(record, 'fieldsV1')).reduce(union)
  const { metadata, ...rest } = objectAt({ owned: select(object, fields) }, 'owned')
  const { apiVersion, kind } = object
  return { ...(apiVersion && { apiVersion }), ...(kind && { kind }), ...rest, metadata: ourMetadata(metadata, object) }
}

/** Core adds the owner reference, the composite label and the key annotation itself. */
const ourMetadata = (owned: Json | undefined, object: JsonObject): JsonObject => {
  const { name, namespace } = objectAt(object, 'metadata')
  return {
    ...(name && { name }),
    ...(namespace && { namespace }),
    labels: withoutCores(objectAt(owned, 'labels')),
    annotations: withoutCores(objectAt(owned, 'annotations')),
  }
}

const cores = new Set(['crossplane.io/composition-resource-name', 'crossplane.io/composite'])

const withoutCores = (fields: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !cores.has(key)))

const union = (left: JsonObject, right: JsonObject): JsonObject => {
  const merged: Record<string, Json> = { ...left }
  for (const [key, value] of Object.entries(right))
    merged[key] = union(objectAt(merged, key), objectAt({ value }, 'value'))
  return merged
}

/** The part of a value that a `fieldsV1` tree names: `f:` a field, `k:` an item by its keys, `v:` an item by value. */
const select = (value: Json, fields: JsonObject): Json => {
  const names = Object.keys(fields).filter(name => name !== '.')
  if (names.length === 0) return Object.hasOwn(fields, '.') ? emptied(value) : value
  if (isList(value)) return value.flatMap(item => selectItem(item, names, fields))
  if (!isObject(value)) return value
  const chosen = names.map(name => name.slice(2)).filter(name => Object.hasOwn(value, name))
  return Object.fromEntries(chosen.map(name => [name, select(value[name] ?? null, objectAt(fields, `f:${name}`))]))
}

/** We own that it is there, and nothing in it. */
const emptied = (value: Json): Json => (isList(value) ? [] : isObject(value) ? {} : value)

const selectItem = (item: Json, names: readonly string[], fields: JsonObject): readonly Json[] => {
  for (const name of names) {
    const wanted: unknown = JSON.parse(name.slice(2))
    if (name.startsWith('v:') && wanted === item) return [item]
    if (name.startsWith('k:') && isObject(wanted) && isObject(item) && hasKeys(item, wanted)) {
      return [{ ...wanted, ...objectAt({ part: select(item, objectAt(fields, name)) }, 'part') }]
    }
  }
  return []
}

const hasKeys = (item: JsonObject, keys: JsonObject): boolean =>
  Object.entries(keys).every(([key, value]) => item[key] === value)
