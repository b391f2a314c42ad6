import type { Json, JsonObject } from '../../functions/runtime/json.ts'
import { objectAt } from '../../functions/runtime/read.ts'

const core = new Set(['crossplane.io/composite', 'crossplane.io/composition-resource-name'])
const bookkeeping = /^crossplane\.io\/external-create-/

/** An object as it was asked for: what the API server, core and providers have added is left out. */
export const clean = (object: JsonObject): JsonObject => {
  const { apiVersion = '', kind = '', metadata: _metadata, status: _status, ...rest } = object
  const { name = '', namespace } = objectAt(object, 'metadata')
  const [labels, annotations] = ['labels', 'annotations'].map(field => objectAt(object, 'metadata', field))
  const kept = { labels: ours(labels), annotations: ours(annotations) }
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      ...(Object.keys(kept.labels).length > 0 && { labels: kept.labels }),
      ...(Object.keys(kept.annotations).length > 0 && { annotations: kept.annotations }),
    },
    ...rest,
  }
}

const ours = (fields: JsonObject = {}): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !core.has(key) && !bookkeeping.test(key)))
