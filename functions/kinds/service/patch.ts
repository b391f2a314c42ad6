import { applyPatch, type Operation } from 'rfc6902'
import type { Override } from '../../../apis/blocks/overrides.ts'
import { isList, isObject, type Json, type JsonObject } from '../../runtime/json.ts'
import type { Emit } from '../../runtime/plan.ts'
import { objectAt } from '../../runtime/read.ts'

/** The resource with the change made, or why it can't be. */
export const patched = ({ resource }: Emit, { merge, jsonPatch = [] }: Override): JsonObject | string => {
  if (isObject(merge)) return mergedObject(resource, merge)
  const copy = structuredClone(resource)
  const problem = applyPatch(copy, jsonPatch.map(operationOf)).find(error => error !== null)
  return problem ? `${problem.name.replace(/Error$/, '')}: ${problem.message}` : copy
}

const operationOf = ({ op, path, value }: NonNullable<Override['jsonPatch']>[number]): Operation =>
  op === 'remove' ? { op, path } : { op, path, value }

/** RFC 7386. */
const mergedObject = (target: JsonObject, patch: JsonObject): JsonObject => {
  const kept = Object.entries(target).filter(([key]) => !Object.hasOwn(patch, key))
  const set = Object.entries(patch)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => [key, isObject(value) ? mergedObject(objectAt(target, key), value) : value] as const)
  return Object.fromEntries([...kept, ...set])
}

/** The fields that differ, each as deep as it can be told. */
export const changesBetween = (before: Json | undefined, after: Json | undefined, path = ''): readonly string[] => {
  if (before === after) return []
  const inside = (name: string) => (path === '' ? name : `${path}.${name}`)
  if (isObject(before) && isObject(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(name =>
      changesBetween(before[name], after[name], inside(name)),
    )
  if (isList(before) && isList(after) && before.length === after.length)
    return before.flatMap((item, index) => changesBetween(item, after[index], inside('*')))
  return [path]
}
