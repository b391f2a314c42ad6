import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCron } from '../../../functions/runtime/time/cron.ts'

const minutesOf = (text: string) => parseCron(text)?.minutes

/** 2026-06-01 was a Monday. */
const monday = Date.UTC(2026, 5, 1) / 86_400_000
const daysOf = (text: string) =>
  [0, 1, 2, 3, 4, 5, 6].filter(offset => parseCron(text)?.isOn(monday + offset)).map(offset => offset + 1)

describe('a schedule of five fields', () => {
  it.each([
    ['0 7 * * *', [420]],
    ['0,30 7-8 * * *', [420, 450, 480, 510]],
    ['*/20 0 * * *', [0, 20, 40]],
    ['10-40/15 0 * * *', [10, 25, 40]],
    ['45/5 23 * * *', [1425, 1430, 1435]],
    ['30,0 1,0 * * *', [0, 30, 60, 90]],
  ])('%s comes at these minutes of a day', (text, minutes) => {
    expect(minutesOf(text)).toEqual(minutes)
  })

  it.each([
    ['0 0 * * 1-5', [1, 2, 3, 4, 5]],
    ['0 0 * * MON,wed', [1, 3]],
    ['0 0 * * 0', [7]],
    ['0 0 * * 7', [7]],
    ['0 0 * * FRI-7', [5, 6, 7]],
    ['0 0 2-3 * *', [2, 3]],
    ['0 0 2 6 *', [2]],
    ['0 0 2 JUL *', []],
    // Either will do where both are given.
    ['0 0 2 * 5', [2, 5]],
  ])('%s comes on these days of the first week of June 2026', (text, days) => {
    expect(daysOf(text)).toEqual(days)
  })

  it.each([
    '',
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * 32 * *',
    '* * * 13 *',
    '* * * * 8',
    '5-3 * * * *',
    '*/0 * * * *',
    '1,,2 * * * *',
    ', * * * *',
    '- * * * *',
    '* * * * MOON',
    'MON * * * *',
    '@daily',
    '1.5 * * * *',
  ])('is none: "%s" is refused where it is read, or it would never come and nobody know', text => {
    expect(parseCron(text)).toBeUndefined()
  })

  it('is read or refused, whatever stands there, and has only minutes that a day has', () => {
    const part = fc.oneof(
      fc.string({
        unit: fc.constantFrom('0', '1', '2', '3', '5', '9', '*', '/', ',', '-', 'MON', 'JAN'),
        maxLength: 6,
      }),
      fc.constant('*'),
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 4, maxLength: 6 }), parts => {
        const cron = parseCron(parts.join(' '))
        if (!cron) return
        expect(cron.minutes.every(minute => minute >= 0 && minute < 1440)).toBe(true)
        expect(cron.minutes).toEqual([...new Set(cron.minutes)].toSorted((left, right) => left - right))
      }),
    )
  })
})
