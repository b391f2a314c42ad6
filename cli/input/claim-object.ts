import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt } from '../../functions/runtime/read.ts'

/** A claim as kubectl would send it: into the namespace `default` when it names none. */
export const claimObject = (object: JsonObject): JsonObject =>
  object['kind'] === 'XPlatform'
    ? object
    : { ...object, metadata: { namespace: 'default', ...objectAt(object, 'metadata') } }
