import { describe, expect, it } from 'vitest'
import { address } from '../../../../functions/kinds/service/address.ts'
import { networkPolicy } from '../../../../functions/kinds/service/network-policy.ts'
import { serviceMonitor } from '../../../../functions/kinds/service/observability/service-monitor.ts'
import { listAt, objectAt } from '../../../../functions/runtime/read.ts'
import { resourceOf, serviceOf } from '../fixtures.ts'

const ports = [
  { name: 'http', port: 8080 },
  { name: 'admin', port: 9090, visibility: 'Private' },
] as const
const scraped = (metrics: object = {}) =>
  serviceOf({ ports: [...ports], observability: { metrics: { mode: 'Scrape', ...metrics } } }, undefined, {
    required: { 'name-service': [] },
  })

describe('how Prometheus fetches a service’s metrics', () => {
  it('selects the service’s own address and no other', () => {
    const service = scraped()
    const selected = objectAt(resourceOf(serviceMonitor(service)), 'spec', 'selector', 'matchLabels')
    expect(objectAt(resourceOf(address(service)), 'metadata', 'labels')).toMatchObject(selected)
    expect(selected).toMatchObject({ 'app.kubernetes.io/instance': 'api', 'app.kubernetes.io/component': 'service' })
  })

  it('is as the claim says', () => {
    expect(
      resourceOf(serviceMonitor(scraped({ portName: 'admin', path: '/prometheus', intervalSeconds: 15 }))),
    ).toMatchObject({
      metadata: { labels: { release: 'kube-prometheus-stack' } },
      spec: { endpoints: [{ port: 'admin', path: '/prometheus', interval: '15s' }] },
    })
  })

  it('is not there where the program sends them, or has none', () => {
    expect(serviceMonitor(serviceOf({ observability: { metrics: { mode: 'OTLP' } } })).state).toBe('absent')
    expect(serviceMonitor(serviceOf()).state).toBe('absent')
  })
})

describe('who may connect to fetch them', () => {
  const ingress = (service: ReturnType<typeof scraped>) => listAt(resourceOf(networkPolicy(service)), 'spec', 'ingress')

  it('is Prometheus’ namespace, and only to that port, though it is open to nobody', () => {
    expect(ingress(scraped({ portName: 'admin' })).slice(1)).toEqual([
      {
        from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
        ports: [{ protocol: 'TCP', port: 9090 }],
      },
    ])
  })

  it('is nobody where nothing is fetched', () => {
    expect(ingress(serviceOf({ ports: [...ports] }))).toHaveLength(1)
  })
})
