import { calm } from '../../../runtime/message.ts'
import { conditionOf } from '../../../runtime/observed.ts'
import type { ReadinessCheck } from '../../../runtime/plan.ts'
import { at, numberAt, textAt } from '../../../runtime/read.ts'
import { whenCondition } from '../../../runtime/readiness.ts'

/** A CloudNativePG Cluster says it in a condition, in its phase what it is doing until then, and sometimes why. */
export const whenClusterReady: ReadinessCheck = object => {
  const { ready, message } = whenCondition('Ready')(object)
  // Its condition stays True while it is hibernated, and while its pods come back.
  if (ready && numberAt(object, 'status', 'readyInstances') === 0) return { ready: false, message: 'starting' }
  if (ready) return { ready }
  const [phase, reason] = [textAt(object, 'status', 'phase'), textAt(object, 'status', 'phaseReason')]
  return { ready, message: calm(phase && reason ? `${phase}: ${reason}` : (phase ?? message ?? 'creating')) }
}

/** A stopped one has no pods left. */
export const whenHibernated: ReadinessCheck = object => {
  const condition = conditionOf(object, 'cnpg.io/hibernation')
  if (textAt(condition, 'status') === 'True' && textAt(condition, 'reason') === 'Hibernated') return { ready: true }
  return { ready: false, message: calm(textAt(condition, 'message') ?? 'stopping') }
}

/** A CloudNativePG Database has no conditions: it says whether it was applied, and for which generation. */
export const whenDatabaseApplied: ReadinessCheck = object => {
  const current = numberAt(object, 'status', 'observedGeneration') === numberAt(object, 'metadata', 'generation')
  if (current && at(object, 'status', 'applied') === true) return { ready: true }
  return { ready: false, message: calm(textAt(object, 'status', 'message') ?? 'creating') }
}
