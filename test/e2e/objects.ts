import { setTimeout as sleep } from 'node:timers/promises'
import { expect, vi } from 'vitest'
import type { Provider } from '../../apis/blocks/placement.ts'
import type { Cluster } from '../../control-plane/api/cluster.ts'
import { isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { pollInterval } from './poll-interval.ts'

/** A claim that a Composition makes; without a namespace, one of the cluster's. */
export const composedWith = (composition: string, claim: JsonObject, namespace?: string): JsonObject => ({
  ...claim,
  metadata: { ...objectAt(claim, 'metadata'), ...(namespace !== undefined && { namespace }) },
  spec: { ...objectAt(claim, 'spec'), crossplane: { compositionRef: { name: composition } } },
})

/** What a provider's Composition of databases is called, and its file. */
export const databaseOn = (provider: Provider): string => `database-${provider.toLowerCase()}`

/** A claim as a developer writes it who has chosen a provider's Composition. */
export const pinned = (claim: JsonObject, namespace: string, provider: Provider): JsonObject =>
  composedWith(databaseOn(provider), claim, namespace)

/** Tries until it passes. Unlike expect.poll also in hooks, and in tests that run side by side. */
export const eventually = (passes: () => void | Promise<void>, seconds = 30): Promise<void> =>
  vi.waitFor(passes, { timeout: seconds * 1000, interval: pollInterval })

/** An object as it is now; empty when it is gone. */
export const nowOn = async (cluster: Cluster, object: JsonObject): Promise<JsonObject> =>
  (await cluster.read(
    textAt(object, 'apiVersion') ?? '',
    textAt(object, 'kind') ?? '',
    textAt(object, 'metadata', 'name') ?? '',
    textAt(object, 'metadata', 'namespace'),
  )) ?? {}

/** A condition as it stands in the status. */
export const conditionOf = (object: JsonObject, type: string): Json | undefined =>
  listAt(object, 'status', 'conditions').find(each => textAt(each, 'type') === type)

/** A condition as `True Reason: message`; empty while there is none. */
export const condition = (object: JsonObject, type: string): string => {
  const found = conditionOf(object, type)
  const [status, reason, message] = ['status', 'reason', 'message'].map(field => textAt(found, field))
  return found ? `${status} ${reason}${message ? `: ${message}` : ''}` : ''
}

/** Waits until a condition of an object says what is expected; a failure tells what it said last. */
export const untilConditionOn = async (
  cluster: Cluster,
  object: JsonObject,
  type: string,
  said: RegExp,
  seconds = 90,
): Promise<void> => {
  await eventually(async () => expect(condition(await nowOn(cluster, object), type)).toMatch(said), seconds)
}

/**
 * Until nobody has written to a claim for two seconds. Just after it has become Ready core may write conditions back that it has
 * read before, for some milliseconds.
 */
export const untilAtRestOn = (cluster: Cluster, claims: readonly JsonObject[]): Promise<void> =>
  eventually(async () => {
    const versions = () =>
      Promise.all(claims.map(async claim => textAt(await nowOn(cluster, claim), 'metadata', 'resourceVersion')))
    const earlier = await versions()
    await sleep(2000)
    expect(await versions()).toEqual(earlier)
  })

/** What Crossplane has composed for a claim, as it is now. */
export const composedOn = async (cluster: Cluster, claim: JsonObject): Promise<readonly JsonObject[]> => {
  const references = listAt(await nowOn(cluster, claim), 'spec', 'crossplane', 'resourceRefs').filter(isObject)
  // What a claim in no namespace is made of may lie in one.
  const own = textAt(claim, 'metadata', 'namespace')
  return Promise.all(
    references.map(({ apiVersion = '', kind = '', name: called = '', namespace = own }) =>
      nowOn(cluster, { apiVersion, kind, metadata: { name: called, ...(namespace !== undefined && { namespace }) } }),
    ),
  )
}

/** The key under which an object was composed. */
export const keyOfComposed = (object: JsonObject): string =>
  textAt(object, 'metadata', 'annotations', 'crossplane.io/composition-resource-name') ?? ''

/** The UIDs of what a claim is made of, by key: equal before and after, nothing was replaced. */
export const uidsOn = async (cluster: Cluster, claim: JsonObject): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await composedOn(cluster, claim)).map(object => [keyOfComposed(object), textAt(object, 'metadata', 'uid') ?? '']),
  )
