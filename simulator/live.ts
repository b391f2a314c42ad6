import { isObject, type JsonObject } from '../functions/runtime/json.ts'
import { listAt, textAt } from '../functions/runtime/read.ts'
import type { Change } from './api/server.ts'
import { keyOf, refOf, type ObjectRef } from './api/object.ts'
import { CircuitBreaker } from './breaker.ts'
import type { ControlPlane } from './control-plane.ts'
import { isReady } from './converge.ts'

/** How a claim lived. */
export interface Life {
  readonly ready: boolean
  readonly calls: number
  /** How often Ready turned True. */
  readonly turnedReady: number
  /** Tokens that its events took from the circuit breaker, and how often it opened. */
  readonly tokens: number
  readonly opens: number
  /** Simulated seconds until it was Ready. */
  readonly seconds: number
}

/**
 * Lets a claim live as in a cluster: each watch event that the circuit breaker lets through causes a reconcile, providers
 * write when their time has come, a TTL wakes core. Ends when the claim is ready and nobody has anything left to do.
 */
export const live = async (plane: ControlPlane, ref: ObjectRef, until = 3600): Promise<Life> => {
  const breaker = new CircuitBreaker()
  const began = plane.seconds
  let [calls, dirty, turnedReady, wasReady, readyAt] = [0, true, 0, false, 0]
  plane.api.watch(change => {
    const cost = costOf(plane, ref, change)
    if (cost > 0 && breaker.allows(plane.seconds, cost)) dirty = true
  })
  const due = new Map<string, number>()
  let wake = Infinity
  let failures = 0
  while (plane.seconds - began < until) {
    // Children share the time of the claim; how soon they notice is not what is looked at here.
    while (await plane.reconcileChildren(ref));
    if (dirty) {
      dirty = false
      const pass = await plane.reconcile(ref)
      calls += pass.pipeline?.calls ?? 0
      failures = pass.error === undefined ? 0 : failures + 1
      wake = plane.seconds + (failures > 0 ? backOff(failures) : pass.ttl > 0 ? pass.ttl : Infinity)
      const ready = isReady(plane.api.get(ref) ?? {})
      if (ready && !wasReady) [turnedReady, readyAt] = [turnedReady + 1, plane.seconds]
      wasReady = ready
      continue
    }
    const next = nextWork(plane, due)
    if (!next && wasReady) break
    if (!next && wake === Infinity) break
    if (next && next.at <= wake) {
      plane.advance(next.at - plane.seconds)
      due.delete(next.key)
      next.run()
    } else {
      plane.advance(wake - plane.seconds)
      dirty = true
    }
  }
  return { ready: wasReady, calls, turnedReady, tokens: breaker.spent, opens: breaker.opens, seconds: readyAt - began }
}

/** Core tries again after 1, 2, 4, … seconds, and at least once a minute. */
const backOff = (failures: number): number => Math.min(60, 2 ** (failures - 1))

/** An update costs two tokens. What is new costs nothing: core made it itself. */
const costOf = (plane: ControlPlane, ref: ObjectRef, { type, object }: Change): number => {
  const own = keyOf(refOf(object)) === keyOf(ref)
  const composed = isComposedBy(object, textAt(plane.api.get(ref), 'metadata', 'uid'))
  if (!own && !composed) return 0
  if (type === 'MODIFIED') return 2
  return own || type === 'DELETED' ? 1 : 0
}

const isComposedBy = (object: JsonObject, uid: string | undefined): boolean =>
  listAt(object, 'metadata', 'ownerReferences')
    .filter(isObject)
    .some(owner => owner['uid'] === uid)

/** The provider write that is due first. Work that has come up gets its time now. */
const nextWork = (plane: ControlPlane, due: Map<string, number>) => {
  const works = plane.pending().map(({ key, work }) => {
    const at = due.get(key) ?? plane.seconds + work.seconds
    due.set(key, at)
    return { key, at, run: work.run }
  })
  for (const key of due.keys()) if (!works.some(work => work.key === key)) due.delete(key)
  return works.toSorted((left, right) => left.at - right.at)[0]
}
