import type { Cluster } from '../../control-plane/api/cluster.ts'
import { isList, isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import { ownedPart } from '../../functions/runtime/owned.ts'
import { composedOn, keyOfComposed } from './objects.ts'

/** What was composed of a claim: its leaves, as `key path`, and their values. Only what we have sent. */
export type Sent = Readonly<Record<string, Json>>

export const sentOn = async (cluster: Cluster, claim: JsonObject): Promise<Sent> =>
  Object.fromEntries(
    (await composedOn(cluster, claim)).flatMap(object =>
      Object.entries(ownedPart(object) ?? {})
        // What a Secret holds are credentials; tests of their own look at them.
        .filter(([part]) => part !== 'data')
        .flatMap(([part, value]) => leaves(value, `${keyOfComposed(object)} ${part}`)),
    ),
  )

/** What is different, as `key path: before → after`. */
export const changes = (before: Sent, after: Sent): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter(path => JSON.stringify(before[path]) !== JSON.stringify(after[path]))
    .map(path => `${path}: ${JSON.stringify(before[path])} → ${JSON.stringify(after[path])}`)
    .toSorted()

const leaves = (value: Json, path: string): readonly (readonly [string, Json])[] => {
  if (isList(value)) return value.flatMap((item, index) => leaves(item, `${path}[${index}]`))
  if (isObject(value)) return Object.entries(value).flatMap(([name, child]) => leaves(child, `${path}.${name}`))
  return [[path, value]]
}
