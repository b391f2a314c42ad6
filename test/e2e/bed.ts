import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, inject, vi } from 'vitest'
import type { Provider } from '../../apis/blocks/placement.ts'
import { connect, type Cluster } from '../../control-plane/api/cluster.ts'
import { findOrBuild } from '../../control-plane/binaries/find.ts'
import { foldersOf } from '../../control-plane/state.ts'
import { programs } from '../../control-plane/versions.ts'
import { isObject, type JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../functions/runtime/read.ts'
import { examplePlatform } from '../harness/files.ts'
import { platform } from '../harness/claims.ts'

const { kubeconfig, name, state } = inject('controlPlane')
// Where `up` looks for it again.
process.env['XDG_STATE_HOME'] = state

/** The control plane that setup.ts has brought up. */
export const controlPlane = name
export const cluster = connect(kubeconfig)
export const folders = foldersOf(name, join(state, 'roadbed', 'control-planes'))

/** What a user types. Rejects with what kubectl says. */
export const kubectl = async (...args: readonly string[]): Promise<string> => {
  const path = await findOrBuild(programs('v2.4.0').kubectl, () => undefined)
  const { stdout } = await promisify(execFile)(path, [...args], { env: { ...process.env, KUBECONFIG: kubeconfig } })
  return stdout
}

/** What kubectl prints for a file with these objects, also when they are refused. */
export const kubectlFile = async (objects: readonly JsonObject[], ...args: readonly string[]): Promise<string> => {
  const file = join(mkdtempSync(join(tmpdir(), 'roadbed-e2e-')), 'objects.yaml')
  // No List: kubectl would judge its items by itself, and ask the API server only for what it likes.
  writeFileSync(file, objects.map(object => JSON.stringify(object)).join('\n---\n'))
  return kubectl(...args, '-f', file).catch((problem: unknown) => String(problem))
}

export const applyPlatform = (spec: JsonObject = objectAt(examplePlatform(), 'spec')): Promise<void> =>
  cluster.apply(platform(spec))

const namespaces: string[] = []

/** A namespace of its own for a test. */
export const newNamespace = async (base: string): Promise<string> => {
  const namespace = `${base}-${namespaces.length + 1}-${process.pid}`.toLowerCase()
  namespaces.push(namespace)
  await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } })
  return namespace
}

// What nobody looks at any more would still be reconciled, and slow down the next file's claims.
afterAll(async () => {
  const { items } = await cluster.list('platform.roadbed.dev/v1alpha1', 'XDatabase')
  const own = items.filter(claim => namespaces.includes(textAt(claim, 'metadata', 'namespace') ?? ''))
  for (const claim of own) await cluster.remove(claim)
})

/** A claim as a developer writes it who has chosen a provider's Composition. */
export const pinned = (claim: JsonObject, namespace: string, provider: Provider): JsonObject => ({
  ...claim,
  metadata: { ...objectAt(claim, 'metadata'), namespace },
  spec: {
    ...objectAt(claim, 'spec'),
    crossplane: { compositionRef: { name: `database-${provider.toLowerCase()}` } },
  },
})

/** An object as it is now; empty when it is gone. */
export const now = (object: JsonObject): Promise<JsonObject> => nowOn(cluster, object)

/** The same on another control plane. */
export const nowOn = async (on: Cluster, object: JsonObject): Promise<JsonObject> =>
  (await on.read(
    textAt(object, 'apiVersion') ?? '',
    textAt(object, 'kind') ?? '',
    textAt(object, 'metadata', 'name') ?? '',
    textAt(object, 'metadata', 'namespace'),
  )) ?? {}

/** A condition as `True Reason: message`; empty while there is none. */
export const condition = (object: JsonObject, type: string): string => {
  const found = listAt(object, 'status', 'conditions').find(each => textAt(each, 'type') === type)
  const [status, reason, message] = ['status', 'reason', 'message'].map(field => textAt(found, field))
  return found ? `${status} ${reason}${message ? `: ${message}` : ''}` : ''
}

/** Tries until it passes. Unlike expect.poll also in hooks, and in tests that run side by side. */
export const eventually = (passes: () => void | Promise<void>, seconds = 30): Promise<void> =>
  vi.waitFor(passes, { timeout: seconds * 1000, interval: 100 })

/** Waits until a condition of a claim says what is expected; a failure tells what it said last. */
export const untilCondition = async (claim: JsonObject, type: string, said: RegExp, seconds = 90): Promise<void> => {
  await eventually(async () => expect(condition(await now(claim), type)).toMatch(said), seconds)
}

export const untilReady = (claim: JsonObject, seconds = 90): Promise<void> =>
  untilCondition(claim, 'Ready', /^True /, seconds)

/** What Crossplane has composed for a claim, as it is now. */
export const composedOf = async (claim: JsonObject, on = cluster): Promise<readonly JsonObject[]> => {
  const references = listAt(await nowOn(on, claim), 'spec', 'crossplane', 'resourceRefs').filter(isObject)
  const namespace = textAt(claim, 'metadata', 'namespace') ?? ''
  return Promise.all(
    references.map(({ apiVersion = '', kind = '', name: called = '' }) =>
      nowOn(on, { apiVersion, kind, metadata: { name: called, namespace } }),
    ),
  )
}

/** The key under which an object was composed. */
export const keyOfComposed = (object: JsonObject): string =>
  textAt(object, 'metadata', 'annotations', 'crossplane.io/composition-resource-name') ?? ''

/** The UIDs of what a claim is made of, by key: equal before and after, nothing was replaced. */
export const uidsOf = async (claim: JsonObject, on = cluster): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await composedOf(claim, on)).map(object => [keyOfComposed(object), textAt(object, 'metadata', 'uid') ?? '']),
  )

/** What `kubectl describe` shows of what happened to an object. */
export const eventsOf = async (object: JsonObject): Promise<readonly string[]> =>
  (await cluster.list('v1', 'Event')).items
    .filter(
      event =>
        textAt(event, 'involvedObject', 'name') === textAt(object, 'metadata', 'name') &&
        textAt(event, 'involvedObject', 'namespace') === textAt(object, 'metadata', 'namespace'),
    )
    .map(event => textAt(event, 'message') ?? '')
