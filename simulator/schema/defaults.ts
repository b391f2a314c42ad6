import { isList, isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import type { Structural } from './structural.ts'

/** Fills in a schema's defaults as the API server does: where a field is absent, or null and may not be, from the outside in. */
export const withDefaults = (value: Json, schema: Structural): Json => {
  if (isList(value)) {
    const { items } = schema
    return items ? value.map((item: Json) => withDefaults(item, items)) : value
  }
  if (!isObject(value)) return value
  const { properties = {} } = schema
  const given = Object.entries(value).filter(([name, item]) => item !== null || isNullable(properties[name]))
  return { ...Object.fromEntries(given), ...ofProperties(value, schema), ...ofMap(value, schema) }
}

/** A null that the schema does not allow is pruned. Of a field that it does not know nothing can be said. */
const isNullable = (schema: Structural | undefined): boolean => !schema || schema.nullable === true

const ofProperties = (value: JsonObject, { properties = {} }: Structural): Record<string, Json> => {
  const filled: Record<string, Json> = {}
  for (const [name, schema] of Object.entries(properties)) {
    const given = value[name] === null && !isNullable(schema) ? undefined : value[name]
    const present = given === undefined ? (schema.default as Json | undefined) : given
    if (present !== undefined) filled[name] = withDefaults(present, schema)
  }
  return filled
}

const ofMap = (value: JsonObject, { properties = {}, additionalProperties }: Structural): Record<string, Json> =>
  additionalProperties
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([name]) => !Object.hasOwn(properties, name))
          .map(([name, item]) => [name, withDefaults(item, additionalProperties)]),
      )
    : {}
