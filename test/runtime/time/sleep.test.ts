import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCron, type Cron } from '../../../functions/runtime/time/cron.ts'
import { nextAfter } from '../../../functions/runtime/time/occurrences.ts'
import { everSleeps, sleepOf, type SleepSchedule } from '../../../functions/runtime/time/sleep.ts'
import { momentsAt } from '../../../functions/server/known/moments.ts'

const never: Cron = { minutes: [], isOn: () => false }
const schedule = (suspend: string, resume: string, timeZone = 'Europe/Berlin'): SleepSchedule => ({
  suspend: parseCron(suspend) ?? never,
  resume: parseCron(resume) ?? never,
  timeZone,
})
const nights = schedule('0 20 * * MON-FRI', '0 7 * * MON-FRI')
const made = Date.parse('2026-06-01T10:00:00Z')
const iso = (moment: number | undefined) =>
  moment === undefined ? undefined : new Date(moment).toISOString().slice(0, 16)
const told = (which: SleepSchedule, at: string, since = made) => {
  const { asleep, nextSuspend, nextResume } = sleepOf(which, since, momentsAt(Date.parse(at)))
  return [asleep, iso(nextSuspend), iso(nextResume)]
}

describe('a sleep schedule', () => {
  it.each([
    ['2026-06-01T10:00:00Z', false, '2026-06-01T18:00', '2026-06-02T05:00'],
    ['2026-06-01T17:59:59Z', false, '2026-06-01T18:00', '2026-06-02T05:00'],
    ['2026-06-01T18:00:00Z', true, '2026-06-02T18:00', '2026-06-02T05:00'],
    ['2026-06-02T05:00:00Z', false, '2026-06-02T18:00', '2026-06-03T05:00'],
    // From Friday evening until Monday.
    ['2026-06-06T12:00:00Z', true, '2026-06-08T18:00', '2026-06-08T05:00'],
    // An hour later in UTC once summer is over.
    ['2026-10-26T05:59:00Z', true, '2026-10-26T19:00', '2026-10-26T06:00'],
    ['2026-10-26T06:00:00Z', false, '2026-10-26T19:00', '2026-10-27T06:00'],
  ])('at %s sleeps: %s; the next nights are told', (at, ...expected) => {
    expect(told(nights, at)).toEqual(expected)
  })

  it('begins awake, or an environment that is made on a Sunday could not be used', () => {
    expect(told(nights, '2026-06-07T10:00:00Z', Date.parse('2026-06-07T09:00:00Z'))[0]).toBe(false)
  })

  it('is awake where both come at once', () => {
    expect(told(schedule('0 20 * * *', '0 */2 * * *', 'UTC'), '2026-06-01T20:00:00Z')[0]).toBe(false)
    expect(everSleeps(schedule('0 20 * * *', '0 */2 * * *', 'UTC'), made)).toBe(false)
    expect(everSleeps(nights, made)).toBe(true)
  })

  it('that never wakes says so, and does not look for ever', () => {
    expect(told(schedule('0 20 * * *', '0 0 31 2 *', 'UTC'), '2026-06-02T00:00:00Z')).toEqual([
      true,
      undefined,
      undefined,
    ])
  })

  it('whose clock says that everything has passed comes to an end all the same', () => {
    expect(sleepOf(nights, made, { hasPassed: () => true })).toBeDefined()
  })

  const times = fc.tuple(
    fc.integer({ min: 0, max: 59 }),
    fc.integer({ min: 0, max: 23 }),
    fc.constantFrom('*', '1-5', '0,6'),
  )
  const texts = times.map(([minute, hour, days]) => `${minute} ${hour} * * ${days}`)

  it('tells what a walk from one transition to the next tells, and for how long that holds', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe')
    const age = fc.integer({ min: 0, max: 200 * 24 * 60 })
    fc.assert(
      fc.property(texts, texts, zones, age, (suspend, resume, zone, minutes) => {
        const both = schedule(suspend, resume, zone)
        const now = made + minutes * 60_000
        // Walked from the beginning: what comes first, one after the other.
        let asleep = false
        for (let at = made; ;) {
          const [down, up] = [
            nextAfter(both.suspend, zone, at) ?? Infinity,
            nextAfter(both.resume, zone, at) ?? Infinity,
          ]
          at = Math.min(down, up)
          if (at > now) break
          asleep = down < up
        }
        const moments = momentsAt(now)
        const sleep = sleepOf(both, made, moments)
        expect(sleep.asleep).toBe(asleep)
        const coming = Math.min(sleep.nextSuspend ?? Infinity, sleep.nextResume ?? Infinity)
        expect(coming).toBeGreaterThan(now)
        expect(moments.tellTheSame(coming)).toBe(false)
        expect(moments.tellTheSame(now)).toBe(true)
        // The answer holds for as long as it says.
        for (const later of [now + 60_000, now + 3_600_000, coming - 1])
          if (moments.tellTheSame(later)) expect(sleepOf(both, made, momentsAt(later))).toEqual(sleep)
      }),
      { numRuns: 60 },
    )
  })
})
