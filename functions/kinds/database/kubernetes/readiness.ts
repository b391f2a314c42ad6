import { calm } from '../../../runtime/message.ts'
import type { ReadinessCheck } from '../../../runtime/plan.ts'
import { at, numberAt, textAt } from '../../../runtime/read.ts'
import { whenCondition } from '../../../runtime/readiness.ts'

/** A CloudNativePG Cluster says it in a condition, in its phase what it is doing until then, and sometimes why. */
export const whenClusterReady: ReadinessCheck = object => {
  const { ready, message } = whenCondition('Ready')(object)
  if (ready) return { ready }
  const [phase, reason] = [textAt(object, 'status', 'phase'), textAt(object, 'status', 'phaseReason')]
  return { ready, message: calm(phase && reason ? `${phase}: ${reason}` : (phase ?? message ?? 'creating')) }
}

/** A CloudNativePG Database has no conditions: it says whether it was applied, and for which generation. */
export const whenDatabaseApplied: ReadinessCheck = object => {
  const current = numberAt(object, 'status', 'observedGeneration') === numberAt(object, 'metadata', 'generation')
  if (current && at(object, 'status', 'applied') === true) return { ready: true }
  return { ready: false, message: calm(textAt(object, 'status', 'message') ?? 'creating') }
}
