import type { Clock } from './kind.ts'
import type { Claim } from './observed.ts'
import { partsAt, textAt } from './read.ts'

/** Core spreads a TTL by ±10 %. Seconds. */
export const ttl = {
  /** While anything is not ready: an open circuit breaker drops events, and only a TTL gets past it. */
  waiting: 30,
  /** For ten minutes after the claim's last transition, in which the breaker may drop the developer's next edit. */
  settling: 60,
  /** At rest: at most two calls an hour. */
  rest: 2000,
} as const

const settlingMs = 10 * 60 * 1000

/** When to be called again although nothing has happened. Never 0: that would mean never. */
export const ttlFor = (ready: boolean, claim: Claim, clock: Clock): number => {
  if (!ready) return ttl.waiting
  return clock.hasPassed(lastTransition(claim) + settlingMs) ? ttl.rest : ttl.settling
}

/** The youngest transition of any condition, or the creation. A time that can't be read counts as long ago. */
const lastTransition = (claim: Claim): number => {
  const times = partsAt(claim.status, 'conditions').map(condition => textAt(condition, 'lastTransitionTime') ?? '')
  return Math.max(0, ...[...times, claim.createdAt].map(time => Date.parse(time) || 0))
}
