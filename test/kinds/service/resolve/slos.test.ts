import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tiers } from '../../../../apis/service/observability.ts'
import type { Objective } from '../../../../apis/service/alerting.ts'
import { shortestWindow } from '../../../../functions/kinds/service/observability/burn-rates.ts'
import { percentOf } from '../../../../functions/kinds/service/observability/slo.ts'
import type { Metrics } from '../../../../functions/kinds/service/observability/watch.ts'
import { sloOf, sloRefusals } from '../../../../functions/kinds/service/resolve/slos.ts'
import { resolved, serviceOf } from '../fixtures.ts'

const base = { name: 'a', type: 'Availability' } as const
const { requests } = serviceOf().watch
const scraped = (intervalSeconds: number): Metrics => ({
  mode: 'Scrape',
  port: { name: 'http', port: 8080, protocol: 'TCP', appProtocol: 'http', visibility: 'Team' },
  path: '/metrics',
  intervalSeconds,
})
const refusals = (asked: Partial<Objective>, metrics: Metrics = scraped(30)) => {
  const whole: Objective = { ...base, ...asked }
  return sloRefusals(whole, sloOf(whole, 'Tier3'), metrics, requests)
}

describe('an objective', () => {
  it('is by default the higher the more depends on the service', () => {
    const byTier = tiers.map(tier => percentOf(sloOf(base, tier)))
    expect(byTier).toEqual([99.95, 99.9, 99.5, 99])
  })

  it('allows exactly what its percent leaves, whatever binary fractions make of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50_000, max: 99_999 }), thousandths => {
        const objectivePercent = thousandths / 1000
        expect(sloOf({ ...base, objectivePercent }, 'Tier1').budget).toBe(100_000 - thousandths)
        expect(refusals({ objectivePercent })).toEqual([])
      }),
    )
  })

  it.each([
    [{ objectivePercent: 100 }, 'objectivePercent', /allows no error at all/],
    [{ objectivePercent: 99.9999 }, 'objectivePercent', /allows no error at all/],
    [{ objectivePercent: 99.12345 }, 'objectivePercent', /three decimals: write 99\.123$/],
    [{ type: 'Latency', thresholdMilliseconds: 300 }, 'thresholdMilliseconds', /count by: 5, 10, 25/],
    [{ windowDays: 7 }, 'windowDays', /70 s .* 4 times the 30 s .* write 12 or more, or metrics\.intervalSeconds 17$/],
  ] as const)('of %o is refused: nobody could keep or measure it', (asked, field, says) => {
    const [refusal] = refusals(asked)
    expect(refusal?.path).toBe(`spec.observability.alerting.slos[a].${field}`)
    expect(refusal?.message).toMatch(says)
  })

  it('is refused for its window exactly when too few values fall into it, and what is offered instead is taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 90 }), fc.integer({ min: 5, max: 300 }), (windowDays, interval) => {
        const [refusal] = refusals({ windowDays }, scraped(interval))
        expect(refusal === undefined).toBe(shortestWindow(windowDays) >= 4 * interval)
        const [, days, seconds] =
          /write (\d+) or more, or metrics\.intervalSeconds (\d+)$/.exec(refusal?.message ?? '') ?? []
        if (!refusal) return
        expect(refusals({ windowDays: Number(days) }, scraped(interval))).toEqual([])
        expect(refusals({ windowDays }, scraped(Number(seconds)))).toEqual([])
      }),
    )
  })

  it('of a program that sends its metrics is looked at no more often than it sends', () => {
    expect(refusals({ windowDays: 20 }, { mode: 'OTLP' })[0]?.message).toMatch(
      /the 60 s between two values: write 24 or more$/,
    )
    expect(refusals({ windowDays: 24 }, { mode: 'OTLP' })).toEqual([])
  })

  it('is refused in the claim with all that is wrong with all of them at once', () => {
    const slos = [
      { ...base, objectivePercent: 100, windowDays: 7 },
      { ...base, name: 'b', objectivePercent: 100 },
    ]
    const outcome = resolved({ observability: { alerting: { slos } } })
    expect(outcome.ok ? 0 : outcome.refusals.length).toBe(3)
  })
})
