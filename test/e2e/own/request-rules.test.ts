import { beforeAll, describe, expect, it } from 'vitest'
import type { Objective } from '../../../apis/service/alerting.ts'
import type { ServiceSpec } from '../../../apis/service/schema.ts'
import { alerts, customAlerts } from '../../../functions/kinds/service/observability/rules.ts'
import { dashboard } from '../../../functions/kinds/service/observability/dashboard.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../../functions/runtime/read.ts'
import { example, exampleNames } from '../../harness/files.ts'
import { resourceOf, serviceOf } from '../../kinds/service/fixtures.ts'
import { expectAlerts, type Series } from '../expect-alerts.ts'
import { buildPromtool, runPromtool } from '../promtool.ts'

beforeAll(buildPromtool)

const metric = 'http_server_request_duration_seconds'
const own = 'namespace="team-a",job="api",pod="api-7f9-abcde"'
const measured = { observability: { metrics: { mode: 'Scrape' } } } as const

/** Requests a minute, good ones and bad ones, one phase after the other: `[minutes, good, bad]`. */
const requests = (...phases: readonly (readonly [minutes: number, good: number, bad: number])[]): Series => {
  const counter = (select: (phase: readonly [number, number, number]) => number) => {
    let total = 0
    return phases
      .map(phase => {
        const [from, step] = [total, select(phase)]
        total += step * (phase[0] + 1)
        return `${from}+${step}x${phase[0]}`
      })
      .join(' ')
  }
  return {
    [`${metric}_count{${own},http_response_status_code="200"}`]: counter(([, good]) => good),
    [`${metric}_count{${own},http_response_status_code="503"}`]: counter(([, , bad]) => bad),
  }
}

describe('Prometheus', () => {
  it.each(exampleNames('service'))('reads every rule of the service %s, or it has none of them', async name => {
    const claim = example('service', name)
    const service = serviceOf(objectAt(claim, 'spec'))
    for (const entry of [alerts(service), customAlerts(service)].filter(({ state }) => state === 'emit'))
      expect(await runPromtool('check', { groups: objectAt(resourceOf(entry), 'spec'), tests: [] })).toContain(
        'SUCCESS',
      )
  })

  it('reads every query of a dashboard, or its graph stays empty', async () => {
    const spec = objectAt(example('service', 'production'), 'spec') as Partial<ServiceSpec>
    const model = JSON.parse(textAt(resourceOf(dashboard(serviceOf(spec))), 'spec', 'json') ?? '') as JsonObject
    const queries = listAt(model, 'panels').flatMap(panel =>
      listAt(panel, 'targets').map(target => textAt(target, 'expr')?.replaceAll('$__rate_interval', '1m') ?? ''),
    )
    expect(queries.length).toBeGreaterThan(10)
    const rules = queries.map((expr, index) => ({ record: `graph${index}`, expr }))
    const groups = { groups: [{ name: 'graphs', rules }] }
    expect(await runPromtool('check', { groups, tests: [] })).toContain('SUCCESS')
  })

  it('finds what is wrong with a rule, or the tests above could not fail', async () => {
    const groups = { groups: [{ name: 'a', rules: [{ alert: 'A', expr: 'sum(' }] }] }
    await expect(runPromtool('check', { groups, tests: [] })).rejects.toThrow('could not parse expression')
    await expect(expectAlerts(measured, requests([30, 90, 10]), { '30m': [] })).rejects.toThrow('ServiceErrors')
  })
})

describe('the alerts of requests', () => {
  it('are not raised while all is well', () =>
    expectAlerts(
      measured,
      {
        ...requests([60, 100, 1]),
        [`${metric}_bucket{${own},le="0.25"}`]: '0+100x60',
        [`${metric}_bucket{${own},le="+Inf"}`]: '0+101x60',
      },
      { '15m': [], '60m': [] },
    ))

  it('are raised after ten minutes of errors, and taken back when those end', () =>
    expectAlerts(measured, requests([30, 100, 0], [30, 90, 10], [60, 100, 0]), {
      '30m': [],
      '55m': ['ServiceErrors'],
      '120m': [],
    }))

  it('are raised when every request fails, so that no good one is counted', () =>
    expectAlerts(
      measured,
      { [`${metric}_count{${own},http_response_status_code="500"}`]: '0+100x60' },
      { '30m': ['ServiceErrors'] },
    ))

  it('are raised when one request in ten is slow', () =>
    expectAlerts(
      measured,
      {
        [`${metric}_bucket{${own},le="1.0"}`]: '0+90x60',
        [`${metric}_bucket{${own},le="5.0"}`]: '0+100x60',
        [`${metric}_bucket{${own},le="+Inf"}`]: '0+100x60',
      },
      { '30m': ['ServiceSlow'] },
    ))

  it('are not raised for another service’s requests', () =>
    expectAlerts(
      measured,
      { [`${metric}_count{namespace="team-a",job="api-gateway",http_response_status_code="500"}`]: '0+100x60' },
      { '30m': [] },
    ))
})

const objective = (slo: Partial<Objective> = {}): Partial<ServiceSpec> => ({
  observability: {
    alerting: { mode: 'CustomOnly', slos: [{ name: 'good', type: 'Availability', objectivePercent: 99.9, ...slo }] },
  },
})

describe('the alerts of an objective', () => {
  it('are raised within minutes when everything fails, and end soon after it', () =>
    expectAlerts(objective(), requests([300, 1000, 0], [15, 0, 1000], [60, 1000, 0]), {
      '300m': [],
      // 14.4 times 0.1 % of an hour is 52 seconds.
      '304m': ['ServiceErrorBudgetBurnFast', 'ServiceErrorBudgetBurnSlow'],
      '350m': ['ServiceErrorBudgetBurnSlow'],
    }))

  it('are raised slowly when errors come slowly, and wake nobody for it', () =>
    expectAlerts(objective(), requests([800, 9980, 20]), {
      '20m': ['ServiceErrorBudgetBurnSlow'],
      '13h': ['ServiceErrorBudgetBurnSlow'],
    }))

  it('are not raised by as many errors as the objective allows', () =>
    expectAlerts(objective(), requests([800, 9991, 9]), { '13h': [] }))

  it('are not raised by a few errors that are over by the time anybody looks', () =>
    expectAlerts(objective(), requests([600, 1000, 0], [1, 990, 10], [60, 1000, 0]), { '602m': [], '640m': [] }))

  it('keep their promises over other windows', () =>
    expectAlerts(objective({ windowDays: 12 }), requests([300, 1000, 0], [15, 0, 1000]), {
      '300m': [],
      '304m': ['ServiceErrorBudgetBurnFast', 'ServiceErrorBudgetBurnSlow'],
    }))

  it.each(['1', '1.0'])('count requests that take too long, though the program spells its bucket %s', bound =>
    expectAlerts(
      objective({ type: 'Latency', thresholdMilliseconds: 1000 }),
      {
        [`${metric}_count{${own},http_response_status_code="200"}`]: '0+100x400',
        [`${metric}_bucket{${own},le="${bound}"}`]: '0+90x400',
        [`${metric}_bucket{${own},le="10"}`]: '0+100x400',
      },
      { '400m': ['ServiceErrorBudgetBurnFast', 'ServiceErrorBudgetBurnSlow'] },
    ),
  )
})
