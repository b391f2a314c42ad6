import type { Clock } from './kind.ts'
import type { Claim } from './observed.ts'
import { partsAt, textAt } from './read.ts'

/** Core spreads a TTL by ±10 %. Seconds. */
export const ttl = {
  /** While anything is not ready: an open circuit breaker drops events, and only a TTL gets past it. */
  waiting: 30,
  /**
   * While that has lasted half an hour without a change: as long as core keeps a breaker open. Every claim of a platform waits in an
   * outage, and each call costs the API server more than all else (docs/scale.md).
   */
  stuck: 300,
  /** For ten minutes after the claim's last transition, in which the breaker may drop the developer's next edit. */
  settling: 60,
  /** At rest: at most two calls an hour. */
  rest: 2000,
} as const

const settlingMs = 10 * 60 * 1000
const waitingMs = 30 * 60 * 1000

/**
 * When to be called again although nothing has happened. Never 0: that would mean never.
 *
 * @param next the moment at which the answer will be another one, if there is one
 */
export const ttlFor = (ready: boolean, claim: Claim, clock: Clock, next?: number): number => {
  const aimed = next === undefined ? Infinity : aimedAt(next, clock)
  const calm = (milliseconds: number) => clock.hasPassed(lastTransition(claim) + milliseconds)
  if (!ready) return Math.min(calm(waitingMs) ? ttl.stuck : ttl.waiting, aimed)
  return Math.min(calm(settlingMs) ? ttl.rest : ttl.settling, aimed)
}

/** How much a TTL may turn out shorter or longer. */
const spread = 0.1

/** Distances in seconds, each a tenth more than the one before: the clock tells which of them a moment is within. */
const distances: readonly number[] = Array.from({ length: 65 }, (_, step) => 5 * 1.1 ** step)

/** Near enough for one call more to be shortly after the moment, however the TTL is spread. Seconds. */
const near = 60

/**
 * A TTL that is over at a moment, or shortly after it. From afar it ends early, for sure; the next one then aims again: three or four
 * calls in the last half hour, and at most twenty seconds late. No limit while the moment is further off than a TTL at rest.
 */
const aimedAt = (moment: number, { hasPassed }: Clock): number => {
  const step = distances.findIndex(distance => hasPassed(moment - distance * 1000))
  const [reached, within] = [distances[step - 1] ?? 0, distances[step]]
  if (within === undefined) return Infinity
  return within <= near ? Math.ceil(within / (1 - spread)) : Math.floor(reached / (1 + spread))
}

/** The youngest transition of any condition, or the creation. A time that can't be read counts as long ago. */
const lastTransition = (claim: Claim): number => {
  const times = partsAt(claim.status, 'conditions').map(condition => textAt(condition, 'lastTransitionTime') ?? '')
  return Math.max(0, ...[...times, claim.createdAt].map(time => Date.parse(time) || 0))
}
