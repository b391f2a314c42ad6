import { canonical } from '../functions/runtime/canonical.ts'
import type { Json, JsonObject } from '../functions/runtime/json.ts'
import { listAt, textAt } from '../functions/runtime/read.ts'
import type { ObjectRef } from './api/object.ts'
import type { ControlPlane } from './control-plane.ts'
import type { Pass } from './core/reconcile.ts'

/** How a claim came out. */
export interface Convergence {
  readonly outcome: 'ready' | 'refused' | 'unsettled'
  /** Reconciles that sent something new, up to and with the one that made the claim Ready. */
  readonly passes: number
  readonly calls: number
  /** Simulated seconds until the claim was Ready. */
  readonly seconds: number
  readonly composite: JsonObject
  readonly last: Pass
}

interface Options {
  /** Give up after so many reconciles. */
  readonly limit?: number
  /** Whether providers finish between two reconciles, or make one write each. */
  readonly between?: 'finish' | 'step'
  readonly onPass?: (pass: Pass, composite: JsonObject, number: number) => void
}

/** Reconciles and lets providers work in turn, until two answers are equal and nobody has anything left to do. */
export const converge = async (
  plane: ControlPlane,
  ref: ObjectRef,
  { limit = 60, between = 'finish', onPass }: Options = {},
): Promise<Convergence> => {
  const started = plane.seconds
  let [previous, passes, calls, idle] = ['', 0, 0, 0]
  for (let number = 1; ; number++) {
    const pass = await plane.reconcile(ref)
    const composite = plane.api.get(ref) ?? {}
    const sent = canonical((pass.pipeline?.desired ?? pass.error ?? null) as Json)
    if (sent !== previous) passes++
    calls += pass.pipeline?.calls ?? 0
    onPass?.(pass, composite, number)
    const done = { passes, calls, seconds: plane.seconds - started, composite, last: pass }
    if (pass.pipeline?.fatal !== undefined) return { ...done, outcome: 'refused' }
    const moved = await plane.reconcileChildren(ref)
    idle = sent === previous && !moved && plane.pending().length === 0 ? idle + 1 : 0
    if (idle > 0 && isReady(composite)) return { ...done, outcome: 'ready' }
    // A pass may have been told less than there is: the TTL brings another.
    if (idle > 2 || number >= limit) return { ...done, outcome: 'unsettled' }
    if (idle > 0) plane.advance(pass.ttl)
    previous = sent
    if (between === 'finish') plane.finish()
    else plane.step()
  }
}

export const isReady = (object: JsonObject): boolean =>
  listAt(object, 'status', 'conditions').some(
    condition => textAt(condition, 'type') === 'Ready' && textAt(condition, 'status') === 'True',
  )
