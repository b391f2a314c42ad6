import { isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import { canonical } from '../../functions/runtime/canonical.ts'

/** The JSON merge patch (RFC 7386) that makes one object of another. Lists are replaced as a whole, as the RFC has it. */
export const changeOf = (from: JsonObject, to: JsonObject): Readonly<Record<string, Json>> => {
  const change: Record<string, Json> = {}
  for (const key of Object.keys(from)) if (!Object.hasOwn(to, key)) change[key] = null
  for (const [key, value] of Object.entries(to)) {
    const before = from[key]
    if (isObject(before) && isObject(value)) {
      const below = changeOf(before, value)
      if (Object.keys(below).length > 0) change[key] = below
    } else if (canonical(before) !== canonical(value)) change[key] = value
  }
  return change
}
