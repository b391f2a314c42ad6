import { describe, expect, it } from 'vitest'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { refusalsOf, serviceOf } from '../fixtures.ts'

const portName = (spec: Partial<ServiceSpec>) => {
  const { metrics } = serviceOf(spec).watch
  return metrics?.mode === 'Scrape' ? metrics.port.name : metrics?.mode
}
const http = { name: 'http', port: 8080 } as const

describe('a service’s own metrics', () => {
  it('are fetched from a program that is known to have some, and from no other: it would count as down', () => {
    expect(portName({ runtime: 'nodejs-20' })).toBe('http')
    expect(portName({})).toBeUndefined()
    expect(portName({ runtime: 'nodejs-20', ports: [] })).toBeUndefined()
  })

  it('are fetched where anything is said of them, or an objective needs them', () => {
    expect(portName({ observability: { metrics: { path: '/m' } } })).toBe('http')
    expect(portName({ observability: { alerting: { slos: [{ name: 'a', type: 'Availability' }] } } })).toBe('http')
  })

  it('are on the port that is named, else on the one that is called metrics, else on the first that speaks TCP', () => {
    const udp = { name: 'dns', port: 53, protocol: 'UDP' } as const
    const metrics = { name: 'metrics', port: 9464 }
    const mode = 'Scrape'
    expect(portName({ ports: [udp, http, metrics], observability: { metrics: { mode } } })).toBe('metrics')
    expect(portName({ ports: [udp, http], observability: { metrics: { mode } } })).toBe('http')
    expect(portName({ ports: [http, metrics], observability: { metrics: { portName: 'http' } } })).toBe('http')
  })

  it('are at the runtime’s path unless the claim names one', () => {
    const platform: PlatformSpec = {
      classes: { runtimes: [{ name: 'spring', language: 'Java', metricsPath: '/actuator/prometheus' }] },
      integrations: { monitoring: { engine: 'PrometheusOperator', namespace: 'monitoring' } },
    }
    const path = (spec: Partial<ServiceSpec>) => {
      const { metrics } = serviceOf({ runtime: 'spring', ...spec }, platform).watch
      return metrics?.mode === 'Scrape' && metrics.path
    }
    expect(path({})).toBe('/actuator/prometheus')
    expect(path({ observability: { metrics: { path: '/own' } } })).toBe('/own')
  })

  it('are not fetched where the platform has nothing to fetch them: told where somebody relied on it, refused where they asked', () => {
    const silent = serviceOf({ runtime: 'nodejs-20' }, {})
    expect([silent.watch.metrics, silent.deviations]).toEqual([undefined, []])
    expect(serviceOf({ observability: { metrics: { path: '/m' } } }, {}).deviations).toEqual([
      { field: 'spec.observability.metrics', reason: expect.stringContaining('no Prometheus') as string },
    ])
    expect(refusalsOf({ observability: { metrics: { mode: 'Scrape' } } }, {})).toEqual([
      'MissingIntegration XPlatform/default spec.integrations.monitoring',
    ])
    expect(refusalsOf({ observability: { metrics: { mode: 'OTLP' } } }, {})).toEqual([
      'MissingIntegration XPlatform/default spec.integrations.tracing',
    ])
  })
})
