import { expect, it } from 'vitest'
import { isTimeZone, momentsOf } from '../../../functions/runtime/time/zone.ts'

it('knows the zones of the tz database and no others, or a misspelt one would mean UTC', () => {
  for (const zone of ['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])
    expect([zone, isTimeZone(zone)]).toEqual([zone, true])
  for (const zone of ['', 'Europe/Atlantis', 'Berlin', 'CEST+1'])
    expect([zone, isTimeZone(zone)]).toEqual([zone, false])
})

const berlin = (date: string, ...minutes: number[]) =>
  momentsOf('Europe/Berlin', Date.parse(date) / 86_400_000, minutes).map(moment => new Date(moment).toISOString())

it('skips no time and repeats none where clocks are changed, and keeps their order: a resumption stays after its suspension', () => {
  expect(berlin('2026-03-29', 119, 120, 150, 179, 180)).toEqual([
    '2026-03-29T00:59:00.000Z',
    '2026-03-29T01:00:00.000Z',
    '2026-03-29T01:00:00.000Z',
    '2026-03-29T01:00:00.000Z',
    '2026-03-29T01:00:00.000Z',
  ])
  expect(berlin('2026-10-25', 119, 120, 179, 180)).toEqual([
    '2026-10-24T23:59:00.000Z',
    '2026-10-25T00:00:00.000Z',
    '2026-10-25T00:59:00.000Z',
    '2026-10-25T02:00:00.000Z',
  ])
})
