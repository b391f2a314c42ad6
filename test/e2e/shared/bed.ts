import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { apiVersion } from '../../../apis/group.ts'
import { connect } from '../../../control-plane/api/cluster.ts'
import { ApiError } from '../../../control-plane/api/request.ts'
import { orderPace } from '../../../control-plane/providers/pace.ts'
import { foldersOf } from '../../../control-plane/state.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { examplePlatform } from '../../harness/files.ts'
import { sentOn, type Sent } from '../changes.ts'
import { kubectlWith } from '../kubectl.ts'
import { composedOn, nowOn, uidsOn, untilConditionOn } from '../objects.ts'
import { hurried } from '../pace.ts'

const { kubeconfig, options, state } = inject('controlPlane')
// Where `up` looks for it again.
process.env['XDG_STATE_HOME'] = state

/** The control plane that setup.ts has brought up. */
export const controlPlane = options.name
/** What `up` needs to find it again as it is. */
export const again = options
export const cluster = connect(kubeconfig)
export const folders = foldersOf(options.name, join(state, 'roadbed', 'control-planes'))

export const kubectl = kubectlWith(kubeconfig)

/** What kubectl prints for a file with these objects, also when they are refused. */
export const kubectlFile = async (objects: readonly JsonObject[], ...args: readonly string[]): Promise<string> => {
  const file = join(mkdtempSync(join(tmpdir(), 'roadbed-e2e-')), 'objects.yaml')
  // No List: kubectl would judge its items by itself, and ask the API server only for what it likes.
  writeFileSync(file, objects.map(object => JSON.stringify(object)).join('\n---\n'))
  return kubectl(...args, '-f', file).catch((problem: unknown) => String(problem))
}

/** The example's: whoever needs another one is alone (`test/e2e/alone`). */
export const applyPlatform = (): Promise<void> => cluster.apply(examplePlatform())

const namespaces: string[] = []

/** In these, stand-ins write as seldom as they can. */
export const hurry = (namespace: string): void => orderPace(folders, namespace, hurried)

/** A namespace of its own for a test, in which stand-ins hurry unless the circuit breaker is tried there. */
export const newNamespace = async (
  base: string,
  { labels = {}, triesBreaker = false }: { readonly labels?: JsonObject; readonly triesBreaker?: boolean } = {},
): Promise<string> => {
  const namespace = `${base}-${namespaces.length + 1}-${process.pid}`.toLowerCase()
  namespaces.push(namespace)
  if (!triesBreaker) hurry(namespace)
  await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels } })
  return namespace
}

/**
 * Leaves the claims of this process's tests: they would still be reconciled, and slow down the next file's. To delete one costs as much
 * as it has cost before, so core is told to pause; but services go, whose autoscalers would go on, and what is on the clouds of which
 * `alone` takes kinds away.
 */
export const leaveClaims = async (): Promise<void> => {
  for (const kind of ['XService', 'XDatabase']) {
    const { items } = await cluster.list(apiVersion, kind)
    const own = items.filter(
      claim => namespaces.includes(textAt(claim, 'metadata', 'namespace') ?? '') && !isLeft(claim),
    )
    for (const claim of own) {
      const rests = ['AWS', 'Kubernetes'].includes(textAt(claim, 'status', 'placement', 'provider') ?? '')
      if (kind === 'XDatabase' && rests) await pause(claim)
      else await cluster.remove(claim)
    }
  }
}

/** Leaves environments, and with `leaveClaims` what is in them. */
export const leaveEnvironments = async (environments: readonly JsonObject[]): Promise<void> => {
  for (const environment of environments) {
    namespaces.push(textAt(environment, 'metadata', 'name') ?? '')
    await pause(environment)
  }
}

/** Whether that has been done: files of one process leave what those before them have made, too. */
const isLeft = (claim: JsonObject): boolean =>
  textAt(claim, 'metadata', 'deletionTimestamp') !== undefined ||
  textAt(claim, 'metadata', 'annotations', 'crossplane.io/paused') !== undefined

/** Has core leave an object as it is, if it is still there. */
const pause = async (object: JsonObject): Promise<void> => {
  try {
    await cluster.patch(object, { metadata: { annotations: { 'crossplane.io/paused': 'true' } } })
  } catch (problem) {
    if (!(problem instanceof ApiError && problem.status === 404)) throw problem
  }
}

/** An object as it is now; empty when it is gone. */
export const now = (object: JsonObject): Promise<JsonObject> => nowOn(cluster, object)

export const untilCondition = (claim: JsonObject, type: string, said: RegExp, seconds?: number): Promise<void> =>
  untilConditionOn(cluster, claim, type, said, seconds)

export const untilReady = (claim: JsonObject, seconds?: number): Promise<void> =>
  untilCondition(claim, 'Ready', /^True /, seconds)

export const composedOf = (claim: JsonObject): Promise<readonly JsonObject[]> => composedOn(cluster, claim)

export const uidsOf = (claim: JsonObject): Promise<Readonly<Record<string, string>>> => uidsOn(cluster, claim)

export const sentFor = (claim: JsonObject): Promise<Sent> => sentOn(cluster, claim)

/** What `kubectl describe` shows of what happened to an object. What is in no namespace has its events in `default`. */
export const eventsOf = async (object: JsonObject): Promise<readonly string[]> =>
  (await cluster.list('v1', 'Event', textAt(object, 'metadata', 'namespace') ?? 'default')).items
    .filter(
      event =>
        textAt(event, 'involvedObject', 'name') === textAt(object, 'metadata', 'name') &&
        textAt(event, 'involvedObject', 'namespace') === textAt(object, 'metadata', 'namespace'),
    )
    .map(event => textAt(event, 'message') ?? '')
