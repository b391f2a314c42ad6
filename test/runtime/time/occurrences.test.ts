import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCron } from '../../../functions/runtime/time/cron.ts'
import { lastUpTo, nextAfter } from '../../../functions/runtime/time/occurrences.ts'
import { occurrences, textOf, type Fields } from './oracle.ts'

const dayMs = 86_400_000

const cron = (text: string) => {
  const parsed = parseCron(text)
  if (!parsed) throw new Error(`${text} is no schedule`)
  return parsed
}

const some = (least: number, most: number) =>
  fc.uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 3 })
const orStar = (least: number, most: number) => fc.oneof(fc.constant('*' as const), some(least, most))

const fields: fc.Arbitrary<Fields> = fc.record({
  minute: some(0, 59),
  hour: fc.oneof(some(0, 23), some(0, 4)),
  monthDay: orStar(1, 31),
  month: fc.constant(Array.from({ length: 12 }, (_, index) => index + 1)),
  weekday: orStar(0, 6),
})

/** Days about which clocks are put forward or back, by an hour, half an hour, or a whole day; and others. */
const places = fc.constantFrom(
  ['Europe/Berlin', Date.UTC(2026, 2, 29)],
  ['Europe/Berlin', Date.UTC(2026, 9, 25)],
  ['America/New_York', Date.UTC(2026, 2, 8)],
  ['America/New_York', Date.UTC(2026, 10, 1)],
  ['Australia/Lord_Howe', Date.UTC(2026, 3, 4)],
  ['Australia/Lord_Howe', Date.UTC(2026, 9, 3)],
  ['America/Santiago', Date.UTC(2026, 8, 6)],
  ['Pacific/Apia', Date.UTC(2011, 11, 30)],
  ['Asia/Kathmandu', Date.UTC(2026, 5, 1)],
  ['UTC', Date.UTC(2024, 1, 28)],
  ['Pacific/Kiritimati', Date.UTC(2026, 11, 31)],
) satisfies fc.Arbitrary<[string, number]>

describe('a schedule in a time zone', () => {
  it('comes when a look at the clock, minute by minute, says so: also where clocks are changed', () => {
    fc.assert(
      fc.property(fields, places, fc.integer({ min: 0, max: 1440 }), (parts, [zone, day], minute) => {
        const from = day - dayMs / 2 + minute * 60_000
        const seen = occurrences(parts, zone, from, from + 2 * dayMs)
        const schedule = cron(textOf(parts))
        const told: number[] = []
        for (let at: number | undefined = from; ;) {
          at = nextAfter(schedule, zone, at)
          if (at === undefined || at > from + 2 * dayMs) break
          told.push(at)
        }
        expect(told).toEqual(seen)
        for (const moment of [...seen, from + 2 * dayMs])
          expect(lastUpTo(schedule, zone, moment, from)).toBe(seen.findLast(each => each <= moment))
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['0 7 * * MON-FRI', 'Europe/Berlin', '2026-03-27T06:00:00Z', '2026-03-30T05:00:00Z'],
    ['30 2 * * *', 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
    ['30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00Z'],
    ['30 2 * * *', 'Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z'],
    ['0 0 29 2 *', 'UTC', '2026-01-01T00:00:00Z', '2028-02-29T00:00:00Z'],
    ['0 0 29 2 *', 'UTC', '2096-03-01T00:00:00Z', '2104-02-29T00:00:00Z'],
    ['0 20 * * *', 'America/Los_Angeles', '2026-07-01T00:00:00Z', '2026-07-01T03:00:00Z'],
  ])('%s in %s comes after %s at %s', (text, zone, from, next) => {
    expect(nextAfter(cron(text), zone, Date.parse(from))).toBe(Date.parse(next))
  })

  it('that names a day that no month has never comes, and does not look for ever', () => {
    expect(nextAfter(cron('0 0 31 2 *'), 'UTC', 0)).toBeUndefined()
    expect(nextAfter(cron('0 0 31 APR,jun *'), 'UTC', 0)).toBeUndefined()
  })

  it('has not come since something that is younger than its last time', () => {
    const daily = cron('0 12 * * *')
    const noon = Date.UTC(2026, 0, 2, 12)
    expect(lastUpTo(daily, 'UTC', noon + 1, noon - 1)).toBe(noon)
    expect(lastUpTo(daily, 'UTC', noon + 1, noon)).toBeUndefined()
  })
})
