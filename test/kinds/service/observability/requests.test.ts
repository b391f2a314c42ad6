import { describe, expect, it } from 'vitest'
import { requestsOf } from '../../../../functions/kinds/service/observability/requests.ts'
import { full, serviceOf } from '../fixtures.ts'

const scraped = { observability: { metrics: { mode: 'Scrape' } } } as const
const latency = (thresholdMilliseconds: number) =>
  ({ name: 'l', type: 'Latency', budget: 1000, windowDays: 30, thresholdMilliseconds }) as const

describe('what is asked of a service’s requests', () => {
  it('is nothing where it tells of none', () => {
    expect(requestsOf(serviceOf())).toBeUndefined()
  })

  it('is asked of this service alone, by what Prometheus’ operator calls its series', () => {
    expect(requestsOf(serviceOf(scraped))?.failed('5m')).toBe(
      'sum(rate(http_server_request_duration_seconds_count{namespace="team-a",job="api",http_response_status_code=~"5.."}[5m]))' +
        ' / sum(rate(http_server_request_duration_seconds_count{namespace="team-a",job="api"}[5m]))',
    )
  })

  it('is asked by OpenTelemetry’s names where the program sends them', () => {
    const service = serviceOf({ observability: { metrics: { mode: 'OTLP' } } })
    expect(requestsOf(service)?.perSecond('5m')).toBe(
      'sum(rate(http_server_request_duration_seconds_count{job="team-a/api"}[5m]))',
    )
  })

  it('goes by the platform’s metric where that has another', () => {
    const { monitoring } = full.integrations ?? {}
    if (!monitoring) throw new Error('the example has no Prometheus')
    const requests = { metric: 'http_requests', statusLabel: 'code' }
    const platform = { ...full, integrations: { monitoring: { ...monitoring, requests } } }
    expect(requestsOf(serviceOf(scraped, platform))?.byStatus('1m')).toBe(
      'sum by (code) (rate(http_requests_count{namespace="team-a",job="api"}[1m]))',
    )
  })

  it.each([
    [250, 'le="0.25"'],
    [7500, 'le="7.5"'],
    [1000, 'le=~"1(\\\\.0)?"'],
    [10_000, 'le=~"10(\\\\.0)?"'],
  ])('finds the bucket of %i ms, however the program spells it', (milliseconds, bucket) => {
    expect(requestsOf(serviceOf(scraped))?.bad(latency(milliseconds), '1h')).toBe(
      `1 - sum(rate(http_server_request_duration_seconds_bucket{namespace="team-a",job="api",${bucket}}[1h]))` +
        ' / sum(rate(http_server_request_duration_seconds_count{namespace="team-a",job="api"}[1h]))',
    )
  })
})
