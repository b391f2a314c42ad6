import { isList, isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import type { Structural } from '../schema/structural.ts'

/** A set of fields in the form of managedFields' `fieldsV1`. */
export interface FieldSet {
  readonly [step: string]: FieldSet
}

const open: Structural = { 'x-kubernetes-preserve-unknown-fields': true }

/** The fields that a value sets. Lists are one field, unless their schema says how their items are told apart. */
export const fieldsOf = (value: Json, schema: Structural = open): FieldSet => {
  if (isObject(value) && schema['x-kubernetes-map-type'] !== 'atomic') {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [`f:${name}`, fieldsOf(item, fieldSchema(schema, name))]),
    )
  }
  if (isList(value)) {
    const items: readonly Json[] = value
    return Object.fromEntries(
      items.flatMap(item => itemStep(item, schema).map(step => [step, itemFields(item, schema)])),
    )
  }
  return {}
}

const itemFields = (item: Json, schema: Structural): FieldSet =>
  isObject(item) ? { '.': {}, ...fieldsOf(item, schema.items) } : {}

/** The step of a list's item: none in an atomic list, which is one field as a whole. */
export const itemStep = (item: Json, schema: Structural): readonly string[] => {
  if (schema['x-kubernetes-list-type'] === 'set') return [`v:${JSON.stringify(item)}`]
  const keys = schema['x-kubernetes-list-map-keys']
  if (!keys || !isObject(item)) return []
  const named = keys.filter(key => item[key] !== undefined).map(key => [key, item[key] ?? null] as const)
  return [`k:${JSON.stringify(Object.fromEntries(named))}`]
}

export const fieldSchema = (schema: Structural, name: string): Structural =>
  schema.properties?.[name] ?? schema.additionalProperties ?? open

/** The leaves of a set, each as a path of steps. */
export const leaves = (fields: FieldSet, path: readonly string[] = []): readonly (readonly string[])[] => {
  const entries = Object.entries(fields)
  return entries.length === 0 ? [path] : entries.flatMap(([step, child]) => leaves(child, [...path, step]))
}

const has = (fields: FieldSet, path: readonly string[]): boolean => {
  let current: FieldSet | undefined = fields
  for (const step of path) {
    current = current[step]
    if (current === undefined) return false
  }
  return true
}

/** What is in one set and in none of the others. */
export const leftOver = (fields: FieldSet, others: readonly FieldSet[]): readonly (readonly string[])[] =>
  leaves(fields).filter(path => path.length > 0 && !others.some(other => has(other, path)))

/** A set without the fields that another one has: what a manager still owns after another has taken those by force. */
export const without = (fields: FieldSet, taken: FieldSet, changed: (path: readonly string[]) => boolean): FieldSet =>
  leaves(fields)
    .filter(path => path.length > 0 && !(has(taken, path) && changed(path)))
    .reduce((set, path) => withPath(set, path), {})

export const withPath = (fields: FieldSet, [step, ...rest]: readonly string[]): FieldSet =>
  step === undefined ? fields : { ...fields, [step]: withPath(fields[step] ?? {}, rest) }

/** The value at a path of steps. */
export const valueAt = (value: Json | undefined, path: readonly string[]): Json | undefined => {
  let current = value
  for (const step of path) current = stepInto(current, step)
  return current
}

const stepInto = (value: Json | undefined, step: string): Json | undefined => {
  if (step === '.') return value
  if (step.startsWith('f:')) return isObject(value) ? value[step.slice(2)] : undefined
  return isList(value) ? value.find((item: Json) => matches(item, step)) : undefined
}

const matches = (item: Json, step: string): boolean => {
  const wanted = JSON.parse(step.slice(2)) as Json
  if (step.startsWith('v:')) return item === wanted
  return isObject(item) && isObject(wanted) && Object.entries(wanted).every(([key, value]) => item[key] === value)
}

/**
 * A value without the field at a path; `undefined` when nothing is left of it. An object that loses its last field, or a
 * list its last item, goes too: the merge leaves a null behind, which the API server prunes where the schema has none.
 */
export const removeAt = (value: Json, [step, ...rest]: readonly string[]): Json | undefined => {
  if (step === undefined) return undefined
  if (step.startsWith('f:') && isObject(value)) return withoutField(value, step.slice(2), rest)
  if (!isList(value)) return value
  const items: readonly Json[] = value
  if (rest.length === 0 || (rest.length === 1 && rest[0] === '.')) {
    const left = items.filter(item => !matches(item, step))
    return left.length > 0 ? left : undefined
  }
  return items.map(item => (matches(item, step) ? (removeAt(item, rest) ?? item) : item))
}

const withoutField = (value: JsonObject, name: string, rest: readonly string[]): JsonObject | undefined => {
  const { [name]: child, ...others } = value
  if (child === undefined) return value
  const left = removeAt(child, rest)
  if (left !== undefined) return { ...value, [name]: left }
  return Object.keys(others).length > 0 ? others : undefined
}
