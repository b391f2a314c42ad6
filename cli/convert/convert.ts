import { apiVersion } from '../../apis/group.ts'
import { isList, isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { application } from './application.ts'
import type { Dialect, Mapping } from './mapping.ts'
import { service } from './service.ts'

/** The kinds that can be turned into ours, as others write them. */
export const dialects: readonly Dialect[] = [service, application]

/** What has become of one field. */
export interface Accounted {
  /** As it stands in the source, such as `spec.database.type`. */
  readonly from: string
  readonly became: 'mapped' | 'by default' | 'not mapped'
  /** Our field, or why there is none. */
  readonly told: string
}

export interface Conversion {
  readonly claim: JsonObject
  /** Every field of the source, in its order. */
  readonly fields: readonly Accounted[]
}

/** The dialect of an object; `undefined` for one that nobody here can read. */
export const dialectOf = (object: JsonObject): Dialect | undefined =>
  dialects.find(
    ({ kind, group }) => object['kind'] === kind && (textAt(object, 'apiVersion') ?? '').startsWith(`${group}/`),
  )

/** Turns an object into a claim of ours, and accounts for each of its fields. */
export const convert = (object: JsonObject, { mappings }: Dialect): Conversion => {
  let claim: Json = { apiVersion, kind: 'XService', metadata: {}, spec: {} }
  const fields = leavesOf(object).map(({ path, value }): Accounted => {
    const meant = mappings.filter(({ from }) => from === path.replaceAll(/\[\d+\]/g, '[]'))
    const outcomes = meant.map(mapping => outcomeOf(mapping, path, value, object))
    for (const { set, told } of outcomes) if (set !== undefined) claim = withPath(claim, stepsOf(told), set)
    const [first = unknown] = outcomes
    return { from: path, became: first.became, told: first.told }
  })
  return { claim: isObject(claim) ? claim : {}, fields }
}

interface OutcomeOf extends Omit<Accounted, 'from'> {
  /** What our field is set to. */
  readonly set?: Json
}

const unknown: OutcomeOf = {
  became: 'not mapped',
  told: 'no such field is known: look for what it means in docs/reference/xservice.md',
}

const outcomeOf = (mapping: Mapping, path: string, value: Json, source: JsonObject): OutcomeOf => {
  const { to, why = '', value: change } = mapping
  if (to === undefined) return { became: 'not mapped', told: why }
  const changed = change ? change(value, source) : value
  const refused = textAt(changed, 'refused')
  if (refused !== undefined) return { became: 'not mapped', told: refused }
  const told = numbered(to, path)
  return changed === undefined ? { became: 'by default', told } : { became: 'mapped', told, set: changed }
}

/** Every value that is no object and no list of objects, with where it stands. */
const leavesOf = (value: Json, path = ''): readonly { readonly path: string; readonly value: Json }[] => {
  if (isList(value) && value.some(isObject)) return value.flatMap((item, index) => leavesOf(item, `${path}[${index}]`))
  if (!isObject(value)) return [{ path, value }]
  return Object.entries(value).flatMap(([name, item]) => leavesOf(item, path ? `${path}.${name}` : name))
}

/** An item of ours has the number that its source has. */
const numbered = (to: string, from: string): string => {
  const numbers = [...from.matchAll(/\[(\d+)\]/g)].map(([, number]) => number)
  return to.replaceAll('[]', () => `[${numbers.shift()}]`)
}

const stepsOf = (path: string): readonly string[] => path.split(/[.[\]]+/).filter(step => step !== '')

/** A copy with a value at a path, in which numbers and `[name=…]` stand for items of lists. */
const withPath = (target: Json | undefined, [step, ...rest]: readonly string[], value: Json): Json => {
  if (step === undefined) return isList(target) && isList(value) ? [...target, ...value] : value
  if (/^\d+$/.test(step)) {
    const items = isList(target) ? [...target] : []
    items[Number(step)] = withPath(items[Number(step)], rest, value)
    return items
  }
  const [, key, name] = /^(\w+)=(.+)$/.exec(step) ?? []
  if (key !== undefined && name !== undefined) {
    const items = isList(target) ? target.filter(isObject) : []
    const found = items.find(item => item[key] === name) ?? { [key]: name }
    return [...items.filter(item => item !== found), withPath(found, rest, value)]
  }
  const object = isObject(target) ? target : {}
  return { ...object, [step]: withPath(object[step], rest, value) }
}
