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
  let [previous, passes, calls] = ['', 0, 0]
  const started = plane.seconds
  for (let number = 1; number <= limit; number++) {
    const pass = await plane.reconcile(ref)
    const composite = plane.api.get(ref) ?? {}
    const sent = canonical((pass.pipeline?.desired ?? pass.error ?? null) as Json)
    const done = {
      calls: (calls += pass.pipeline?.calls ?? 0),
      seconds: plane.seconds - started,
      composite,
      last: pass,
    }
    if (sent !== previous) passes++
    onPass?.(pass, composite, number)
    if (pass.pipeline?.fatal !== undefined) return { ...done, outcome: 'refused', passes }
    const settled = sent === previous && plane.pending().length === 0
    if (settled) return { ...done, outcome: isReady(composite) ? 'ready' : 'unsettled', passes }
    previous = sent
    if (between === 'finish') plane.finish()
    else plane.step()
  }
  const last = await plane.reconcile(ref)
  return {
    outcome: 'unsettled',
    passes,
    calls,
    seconds: plane.seconds - started,
    composite: plane.api.get(ref) ?? {},
    last,
  }
}

export const isReady = (object: JsonObject): boolean =>
  listAt(object, 'status', 'conditions').some(
    condition => textAt(condition, 'type') === 'Ready' && textAt(condition, 'status') === 'True',
  )
