import type { Clock } from '../kind.ts'
import type { Cron } from './cron.ts'
import { lastUpTo, nextAfter } from './occurrences.ts'
import { today } from './today.ts'

/** When something goes to sleep and wakes, on the clocks of a time zone. */
export interface SleepSchedule {
  readonly suspend: Cron
  readonly resume: Cron
  readonly timeZone: string
}

/** Where a schedule stands, and what comes. In milliseconds since 1970; `undefined`: never. */
export interface Sleep {
  readonly asleep: boolean
  readonly nextSuspend: number | undefined
  readonly nextResume: number | undefined
}

const dayMs = 86_400_000

/**
 * Whether it sleeps: what came last, since it was made, has its way; where both come at once, it is awake. The clock is asked about
 * the transitions of one day and no other moments, so that an answer holds until the next of them, or a day.
 */
export const sleepOf = (schedule: SleepSchedule, since: number, clock: Clock): Sleep => {
  const start = Math.max(since, today(since, clock) * dayMs)
  let asleep = isAsleepAt(schedule, start, since)
  let at = start
  for (;;) {
    const next = asleep ? nextResume(schedule, at) : nextSuspend(schedule, at)
    // What is beyond a day has not come: that was asked already.
    if (next === undefined || next > start + dayMs || !clock.hasPassed(next)) {
      return asleep
        ? { asleep, nextSuspend: next === undefined ? undefined : nextSuspend(schedule, next), nextResume: next }
        : { asleep, nextSuspend: next, nextResume: next === undefined ? undefined : nextResume(schedule, next) }
    }
    ;[asleep, at] = [!asleep, next]
  }
}

const isAsleepAt = ({ suspend, resume, timeZone }: SleepSchedule, moment: number, since: number): boolean => {
  const suspended = lastUpTo(suspend, timeZone, moment, since)
  return suspended !== undefined && suspended > (lastUpTo(resume, timeZone, moment, since) ?? -Infinity)
}

const nextResume = ({ resume, timeZone }: SleepSchedule, moment: number): number | undefined =>
  nextAfter(resume, timeZone, moment)

/** One that comes together with a resumption does nothing. */
const nextSuspend = ({ suspend, resume, timeZone }: SleepSchedule, moment: number): number | undefined => {
  let next = nextAfter(suspend, timeZone, moment)
  // A schedule that never sleeps is refused where it is read; this only has to end.
  for (let tries = 0; next !== undefined && tries < 500; tries++) {
    if (nextAfter(resume, timeZone, next - 1) !== next) return next
    next = nextAfter(suspend, timeZone, next)
  }
  return undefined
}

/** Whether it ever falls asleep and wakes again. */
export const everSleeps = (schedule: SleepSchedule, since: number): boolean =>
  nextSuspend(schedule, since) !== undefined
