import { Configured } from '../runtime/conditions.ts'
import { calm } from '../runtime/message.ts'
import { conditionOf } from '../runtime/observed.ts'
import type { ReadinessCheck } from '../runtime/plan.ts'
import { textAt } from '../runtime/read.ts'
import { whenCondition } from '../runtime/readiness.ts'

/**
 * A claim of ours: Ready when it says so, and when it is refused, why. How far it has come is not repeated: each step would change the status
 * of what it is part of.
 */
export const whenClaimReady: ReadinessCheck = claim => {
  const configured = conditionOf(claim, Configured)
  if (textAt(configured, 'status') === 'False')
    return { ready: false, message: calm(textAt(configured, 'message') ?? 'refused') }
  return whenCondition('Ready')(claim).ready ? { ready: true } : { ready: false, message: 'not ready yet' }
}
