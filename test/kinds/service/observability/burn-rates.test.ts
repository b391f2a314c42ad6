import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  burnRatesOf,
  durationOf,
  shortestWindow,
  thresholdOf,
  windowsOf,
} from '../../../../functions/kinds/service/observability/burn-rates.ts'

const days = fc.integer({ min: 7, max: 90 })
/** Objectives from 50 % to 99.999 %. */
const budget = fc.integer({ min: 1, max: 50_000 })
const slo = fc.record({ windowDays: days, budget })

describe('the burn rates of an objective', () => {
  it('are those of the Site Reliability Workbook over 30 days, or nobody can look them up', () => {
    const told = burnRatesOf({ windowDays: 30, budget: 100 }).map(
      ({ tenths, long, short }) => `${tenths / 10} ${durationOf(long)} ${durationOf(short)}`,
    )
    expect(told).toEqual(['14.4 1h 5m', '6 6h 30m', '3 1d 2h', '1 3d 6h'])
  })

  it('use up the same share of what is allowed before they alert, however many days it is for', () => {
    fc.assert(
      fc.property(days, windowDays => {
        const shares = burnRatesOf({ windowDays, budget: 100 }).map(
          ({ tenths, long }) => (tenths / 10) * (long / (windowDays * 86_400)),
        )
        for (const [index, share] of [0.02, 0.05, 0.1, 0.1].entries()) expect(shares[index]).toBeCloseTo(share, 12)
      }),
    )
  })

  it('look at a twelfth of the long window in the short one, or an alert goes on long after the errors', () => {
    fc.assert(
      fc.property(slo, each => {
        for (const { long, short } of burnRatesOf(each)) expect(short * 12).toBe(long)
      }),
    )
  })

  it('never wait for more errors than there are requests, and always leave one that can alert', () => {
    fc.assert(
      fc.property(slo, each => {
        const rates = burnRatesOf(each)
        expect(rates.length).toBeGreaterThan(0)
        for (const rate of rates) {
          expect(Number(thresholdOf(rate, each))).toBeGreaterThan(0)
          expect(Number(thresholdOf(rate, each))).toBeLessThan(1)
        }
      }),
    )
  })

  it('have thresholds that are plain decimals of the burn rate, or a rule compares with something else', () => {
    fc.assert(
      fc.property(slo, each => {
        for (const rate of burnRatesOf(each)) {
          const text = thresholdOf(rate, each)
          expect(text).toMatch(/^0\.\d{1,6}$/)
          expect(Math.round(Number(text) * 1_000_000)).toBe(rate.tenths * each.budget)
        }
      }),
    )
  })

  it('look at each window once', () => {
    fc.assert(
      fc.property(slo, each => {
        const windows = windowsOf(burnRatesOf(each))
        expect(new Set(windows).size).toBe(windows.length)
        expect(windows).toEqual(windows.toSorted((left, right) => left - right))
      }),
    )
    expect(windowsOf(burnRatesOf({ windowDays: 30, budget: 100 })).map(durationOf)).toEqual([
      '5m',
      '30m',
      '1h',
      '2h',
      '6h',
      '1d',
      '3d',
    ])
  })

  it('are never looked at in a shorter window than the one that a refusal tells of', () => {
    fc.assert(
      fc.property(slo, each => {
        expect(windowsOf(burnRatesOf({ ...each, budget: 1 }))[0]).toBe(shortestWindow(each.windowDays))
      }),
    )
  })
})

describe('a length of time', () => {
  it('says as many seconds as it was made from, in units that Prometheus reads', () => {
    const seconds: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1 }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * 86_400 }), amount => {
        const text = durationOf(amount)
        expect(text).toMatch(/^(\d+d)?(\d+h)?(\d+m)?(\d+s)?$/)
        const total = [...text.matchAll(/(\d+)([dhms])/g)].reduce(
          (sum, [, number, unit = '']) => sum + Number(number) * (seconds[unit] ?? NaN),
          0,
        )
        expect(total).toBe(amount)
      }),
    )
  })

  it.each([
    [0, '0s'],
    [70, '1m10s'],
    [86_400, '1d'],
    [90_061, '1d1h1m1s'],
  ])('of %i seconds is %s', (amount, text) => expect(durationOf(amount)).toBe(text))
})
