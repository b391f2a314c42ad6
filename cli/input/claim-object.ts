import { kinds } from '../../apis/index.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt } from '../../functions/runtime/read.ts'

/** A claim as kubectl would send it: into the namespace `default` when it names none and its kind has namespaces. */
export const claimObject = (object: JsonObject): JsonObject =>
  kinds.some(({ kind, scope }) => kind === object['kind'] && scope === 'Cluster')
    ? object
    : { ...object, metadata: { namespace: 'default', ...objectAt(object, 'metadata') } }
