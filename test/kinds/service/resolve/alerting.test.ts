import { describe, expect, it } from 'vitest'
import type { Monitoring } from '../../../../apis/platform/observability.ts'
import type { Alerting } from '../../../../apis/service/alerting.ts'
import type { Observability } from '../../../../apis/service/observability.ts'
import { full, refusalsOf, serviceOf } from '../fixtures.ts'

const objective = { name: 'a', type: 'Availability' } as const
const alerting = (asked: Alerting, more: Observability = {}) => ({ observability: { ...more, alerting: asked } })

describe('alerts', () => {
  it('are generated where the platform has Prometheus, and nowhere else', () => {
    expect(serviceOf().watch.alerts?.mode).toBe('Generated')
    expect(serviceOf({}, {}).watch.alerts).toBeUndefined()
  })

  it('of a claim that asks for them are refused where nothing judges them, with the field that asks', () => {
    const missing = ['MissingIntegration XPlatform/default spec.integrations.monitoring']
    expect(refusalsOf(alerting({ mode: 'Generated' }), {})).toEqual(missing)
    expect(refusalsOf(alerting({ rules: [{ name: 'A', expr: 'up' }] }), {})).toEqual(missing)
    expect(refusalsOf(alerting({ slos: [objective] }), {})).toEqual(missing)
  })

  it('that a claim only relies on are told to be missing', () => {
    const { integrations: _, ...nothing } = full
    expect(serviceOf(alerting({ channels: ['slack'] }), nothing).deviations).toMatchObject([
      { field: 'spec.observability.alerting' },
    ])
    expect(serviceOf(alerting({ mode: 'Disabled' }), nothing).deviations).toEqual([])
  })

  it('of objectives go by the buckets that the platform’s programs have', () => {
    const slos = [{ name: 'a', type: 'Latency', thresholdMilliseconds: 300 } as const]
    const refused = ['InvalidClaim spec.observability.alerting.slos[a].thresholdMilliseconds']
    expect(refusalsOf(alerting({ slos }))).toEqual(refused)
    const monitoring: Monitoring = {
      engine: 'PrometheusOperator',
      namespace: 'monitoring',
      requests: { bucketsMilliseconds: [100, 300] },
    }
    expect(refusalsOf(alerting({ slos }), { integrations: { monitoring } })).toEqual([])
  })

  it('of objectives need something to measure, and what keeps it from being measured is told once', () => {
    expect(refusalsOf(alerting({ slos: [objective] }, { metrics: { mode: 'Disabled' } }))).toEqual([
      'InvalidCombination spec.observability.alerting.slos',
    ])
    expect(refusalsOf(alerting({ slos: [objective] }, { metrics: { portName: 'nope' } }))).toEqual([
      'UnknownPort spec.observability.metrics.portName',
    ])
  })
})
