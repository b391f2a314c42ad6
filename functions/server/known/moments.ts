import type { Clock } from '../../runtime/kind.ts'

/** A clock that stands still for a call, and how long its answers would be the same. */
export interface Moments extends Clock {
  /** Whether every moment that was asked for is, at another time, passed or not as it was. */
  readonly tellTheSame: (now: number) => boolean
}

export const momentsAt = (then: number): Moments => {
  // The youngest moment that had passed, and the next that had not.
  let [from, until] = [-Infinity, Infinity]
  return {
    hasPassed: moment => {
      const passed = moment <= then
      if (passed) from = Math.max(from, moment)
      else until = Math.min(until, moment)
      return passed
    },
    tellTheSame: now => from <= now && now < until,
  }
}
