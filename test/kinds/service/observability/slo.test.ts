import { describe, expect, it } from 'vitest'
import { requestsOf } from '../../../../functions/kinds/service/observability/requests.ts'
import { recorded, sloGroups } from '../../../../functions/kinds/service/observability/slo.ts'
import type { Slo } from '../../../../functions/kinds/service/observability/watch.ts'
import { serviceOf } from '../fixtures.ts'

const service = serviceOf({ observability: { metrics: { mode: 'Scrape' } } })
const requests = requestsOf(service)
const groupsOf = (change: Partial<Slo> = {}) => {
  if (!requests) throw new Error('nothing is measured')
  const slo = { name: 'a', type: 'Availability', budget: 100, windowDays: 30, thresholdMilliseconds: 0 } as const
  return sloGroups(service, requests, { ...slo, ...change })
}
const rulesOf = (change: Partial<Slo> = {}) => groupsOf(change).flatMap(({ rules = [] }) => rules)

describe('the rules of an objective', () => {
  it('record every window that an alert compares, or it is never raised', () => {
    const recordedNames = rulesOf().flatMap(({ record }) => record ?? [])
    const compared = rulesOf()
      .filter(({ alert }) => alert)
      .flatMap(({ expr }) => [...String(expr).matchAll(/service:slo_errors:ratio_rate\w+/g)].map(([name]) => name))
    expect(new Set(compared)).toEqual(new Set(recordedNames))
  })

  it('record under the labels by which alerts and the dashboard look for them', () => {
    for (const { record, labels } of rulesOf().filter(rule => rule.record))
      expect([record, labels]).toEqual([record, { namespace: 'team-a', service: 'api', slo: 'a' }])
    const slo = { name: 'a', type: 'Availability', budget: 100, windowDays: 30, thresholdMilliseconds: 0 } as const
    expect(recorded(service, slo, 300)).toBe(
      'service:slo_errors:ratio_rate5m{namespace="team-a",service="api",slo="a"}',
    )
  })

  it('look at long windows less often: each time costs as much as it is long', () => {
    expect(groupsOf().map(({ name, interval, rules = [] }) => [name, interval, rules.length])).toEqual([
      ['slo.a', undefined, 5],
      ['slo.a.long', '2m', 2],
      ['slo.a.alerts', undefined, 2],
    ])
  })

  it('leave out an alert that could not be raised', () => {
    expect(rulesOf({ budget: 50_000 }).flatMap(({ alert }) => alert ?? [])).toEqual(['ServiceErrorBudgetBurnSlow'])
  })

  it('tell what is broken, and how long there is', () => {
    const [fast, slow] = rulesOf({ type: 'Latency', thresholdMilliseconds: 250 }).filter(({ alert }) => alert)
    expect(fast?.annotations).toMatchObject({
      summary: expect.stringContaining('of requests take longer than 250 ms') as string,
      description: expect.stringMatching(/^99\.9 % of requests .* over 30 days\. .* within 5 days\.$/) as string,
    })
    expect(slow?.annotations?.['description']).toMatch(/within 30 days\.$/)
    const short = rulesOf({ windowDays: 10 }).find(({ alert }) => alert)
    expect(short?.annotations?.['description']).toMatch(/within 40 hours\.$/)
  })
})
