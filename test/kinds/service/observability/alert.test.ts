import { describe, expect, it } from 'vitest'
import { tiers } from '../../../../apis/service/observability.ts'
import { alert, generated, severityOf } from '../../../../functions/kinds/service/observability/alert.ts'
import { full, serviceOf } from '../fixtures.ts'

const on = (environmentType: 'Production' | 'Development') => ({ ...full, environmentType })

describe('how bad an alert is', () => {
  it('follows from how much depends on the service, or everybody is woken for everything', () => {
    const severities = tiers.map(tier => {
      const service = serviceOf({ tier }, on('Production'))
      return [severityOf('Page', service), severityOf('Ticket', service)]
    })
    expect(severities).toEqual([
      ['Critical', 'Warning'],
      ['Critical', 'Warning'],
      ['Warning', 'Info'],
      ['Info', 'Info'],
    ])
  })

  it('wakes nobody where nothing lasts, whatever the tier', () => {
    expect(severityOf('Page', serviceOf({ tier: 'Tier1' }, on('Development')))).toBe('Warning')
  })
})

describe('an alert', () => {
  const wanted = { name: 'A', expr: 'up', forSeconds: 300, summary: 'a', urgency: 'Page', description: 'b' } as const

  it('carries whose it is and the labels of its channels, by which it is routed', () => {
    const service = serviceOf({
      team: 'payments',
      tier: 'Tier2',
      observability: { alerting: { channels: ['pagerduty'] } },
    })
    expect(generated(service, wanted)).toEqual({
      alert: 'A',
      expr: 'up',
      for: '5m',
      labels: {
        environment: 'Development',
        namespace: 'team-a',
        pager: 'payments',
        service: 'api',
        severity: 'warning',
        team: 'payments',
        tier: 'Tier2',
      },
      annotations: {
        summary: 'a',
        description: 'b',
        dashboard_url: expect.stringMatching(/^https:\/\/grafana\.example\.com\/d\/api-/) as string,
      },
    })
  })

  it('keeps its own labels whatever a channel or an objective brings', () => {
    const service = serviceOf()
    const labels = { severity: 'none', namespace: 'team-b', slo: 'a' }
    expect(generated(service, { ...wanted, labels }).labels).toMatchObject({
      severity: 'warning',
      namespace: 'team-a',
      slo: 'a',
    })
  })

  it('that is to be raised at once waits for nothing', () => {
    expect(alert(serviceOf(), { ...wanted, forSeconds: 0, severity: 'Info' })).not.toHaveProperty('for')
  })
})
