import { describe, expect, it } from 'vitest'
import { refusalsOf, serviceOf } from '../fixtures.ts'

describe('how a service is watched', () => {
  it('is not at all on a platform that has nothing for it, and nobody is bothered', () => {
    const { watch, deviations } = serviceOf({ runtime: 'nodejs-20' }, {})
    expect(watch).toMatchObject({ metrics: undefined, traces: undefined, alerts: undefined, dashboard: undefined })
    expect(deviations).toEqual([])
  })

  it('is with all that the platform has, without a word in the claim', () => {
    const { watch } = serviceOf({ runtime: 'nodejs-20' })
    expect(watch).toMatchObject({
      tier: 'Tier3',
      logs: { level: 'Info', format: 'JSON' },
      metrics: { mode: 'Scrape' },
      traces: { mode: 'Auto' },
      alerts: { mode: 'Generated' },
      dashboard: { engine: 'GrafanaOperator' },
    })
  })

  it('has no dashboard where the claim wants none, and none to ask for where there is no Grafana', () => {
    expect(serviceOf({ observability: { dashboards: { mode: 'Disabled' } } }).watch.dashboard).toBeUndefined()
    expect(refusalsOf({ observability: { dashboards: { mode: 'Generated' } } }, {})).toEqual([
      'MissingIntegration XPlatform/default spec.integrations.dashboards',
    ])
  })
})
