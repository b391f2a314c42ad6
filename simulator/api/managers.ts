import { canonical } from '../../functions/runtime/canonical.ts'
import { isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import type { Structural } from '../schema/structural.ts'
import { fieldsOf, leaves, leftOver, removeAt, valueAt, without, withPath, type FieldSet } from './fields.ts'

/** Who writes, and how; managedFields has one record for each. */
export interface Writer {
  readonly manager: string
  readonly operation: 'Apply' | 'Update'
  readonly subresource?: 'status'
}

type Records = ReadonlyMap<string, { readonly writer: Writer; readonly fields: FieldSet }>

/** The fields that an apply sets: all but the object's identity and what the server itself writes. */
export const appliedFields = (object: JsonObject, schema: Structural): FieldSet => fieldsOf(stripped(object), schema)

/** The fields that an update has changed. */
export const changedFields = (live: JsonObject | undefined, next: JsonObject, schema: Structural): FieldSet =>
  leaves(appliedFields(next, schema))
    .filter(path => path.length > 0 && differs(live, next, path))
    .reduce((set, path) => withPath(set, path), {})

/** The live object without the fields that a manager applied before and does not apply any more, if nobody else has them. */
export const released = (live: JsonObject, writer: Writer, fields: FieldSet): JsonObject => {
  const records = recordsOf(live)
  const others = [...records].filter(([name]) => name !== nameOf(writer)).map(([, record]) => record.fields)
  const dropped = leftOver(records.get(nameOf(writer))?.fields ?? {}, [fields, ...others])
  return dropped.reduce((object, path) => (removeAt(object, path) ?? {}) as JsonObject, live)
}

/** managedFields after a write: the writer owns its fields, and others lose those whose value it has changed. */
export const managedFieldsAfter = (
  live: JsonObject | undefined,
  next: JsonObject,
  writer: Writer,
  fields: FieldSet,
): Json => {
  const changed = (path: readonly string[]) => differs(live, next, path)
  const records = new Map(recordsOf(live))
  for (const [name, record] of records) {
    if (name !== nameOf(writer)) records.set(name, { ...record, fields: without(record.fields, fields, changed) })
  }
  const before = writer.operation === 'Update' ? (records.get(nameOf(writer))?.fields ?? {}) : {}
  const all = leaves(fields).reduce((set, path) => withPath(set, path), before)
  records.set(nameOf(writer), { writer, fields: all })
  return [...records.values()].map(record => ({
    ...record.writer,
    fieldsType: 'FieldsV1',
    fieldsV1: record.fields as unknown as JsonObject,
  }))
}

const differs = (live: JsonObject | undefined, next: JsonObject, path: readonly string[]): boolean =>
  canonical(valueAt(live, path)) !== canonical(valueAt(next, path))

const stripped = ({ apiVersion: _version, kind: _kind, metadata, ...rest }: JsonObject): JsonObject => {
  const { labels, annotations, ownerReferences, finalizers } = objectAt({ metadata: metadata ?? {} }, 'metadata')
  const kept = Object.entries({ labels, annotations, ownerReferences, finalizers }).filter(
    ([, value]) => value !== undefined,
  )
  return { ...rest, ...(kept.length > 0 && { metadata: Object.fromEntries(kept) as JsonObject }) }
}

const nameOf = ({ manager, operation, subresource }: Writer): string => `${manager} ${operation} ${subresource ?? ''}`

const recordsOf = (object: JsonObject | undefined): Records =>
  new Map(
    listAt(object, 'metadata', 'managedFields')
      .filter(isObject)
      .map(record => {
        const writer: Writer = {
          manager: textAt(record, 'manager') ?? '',
          operation: record['operation'] === 'Apply' ? 'Apply' : 'Update',
          ...(record['subresource'] === 'status' && { subresource: 'status' }),
        }
        return [nameOf(writer), { writer, fields: objectAt(record, 'fieldsV1') as unknown as FieldSet }]
      }),
  )
