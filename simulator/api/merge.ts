import { isList, isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import type { Structural } from '../schema/structural.ts'
import { fieldSchema, itemStep } from './fields.ts'

/** What server-side apply makes of a live value and an applied one: objects and map lists merge, all else is replaced. */
export const merge = (live: Json | undefined, applied: Json, schema: Structural): Json => {
  if (isObject(live) && isObject(applied) && schema['x-kubernetes-map-type'] !== 'atomic')
    return mergeObjects(live, applied, schema)
  const type = schema['x-kubernetes-list-type']
  if (isList(live) && isList(applied) && (type === 'map' || type === 'set')) return mergeLists(live, applied, schema)
  return applied
}

const mergeObjects = (live: JsonObject, applied: JsonObject, schema: Structural): JsonObject => ({
  ...live,
  ...Object.fromEntries(
    Object.entries(applied).map(([name, value]) => [name, merge(live[name], value, fieldSchema(schema, name))]),
  ),
})

const mergeLists = (live: readonly Json[], applied: readonly Json[], schema: Structural): readonly Json[] => {
  const stepOf = (item: Json) => itemStep(item, schema)[0] ?? ''
  const added = new Map(applied.map(item => [stepOf(item), item]))
  const merged = live.map(item => {
    const change = added.get(stepOf(item))
    added.delete(stepOf(item))
    return change === undefined ? item : merge(item, change, schema.items ?? {})
  })
  return [...merged, ...added.values()]
}
