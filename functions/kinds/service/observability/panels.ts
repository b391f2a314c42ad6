import type { JsonObject } from '../../../runtime/json.ts'
import { bytesOf } from '../../../runtime/quantity.ts'
import type { Service } from '../service.ts'
import { burnRatesOf, windowsOf } from './burn-rates.ts'
import { requestsOf } from './requests.ts'
import { percentOf, recorded } from './slo.ts'
import type { Slo } from './watch.ts'
import { containersOf, deploymentOf } from './workload.ts'

interface Series {
  readonly expr: string
  /** How it is called; `{{label}}` stands for a label's value. */
  readonly legend: string
}

interface Graph {
  readonly title: string
  /** As Grafana names units. */
  readonly unit: string
  readonly series: readonly Series[]
}

/** Every graph of a service: its requests and objectives where it tells of them, then its pods. */
export const panels = (service: Service): readonly JsonObject[] =>
  [
    ...requestGraphs(service),
    ...(service.watch.alerts?.slos ?? []).map(slo => objectiveGraph(service, slo)),
    ...podGraphs(service),
  ].map(panel)

/** As long as Grafana needs for a rate at any zoom. */
const window = '$__rate_interval'

const requestGraphs = (service: Service): readonly Graph[] => {
  const requests = requestsOf(service)
  if (!requests) return []
  return [
    {
      title: 'Requests',
      unit: 'reqps',
      series: [{ expr: requests.byStatus(window), legend: `{{${service.watch.requests.statusLabel}}}` }],
    },
    { title: 'Errors', unit: 'percentunit', series: [{ expr: requests.failed(window), legend: 'errors' }] },
    {
      title: 'Latency',
      unit: 's',
      series: ['0.5', '0.95', '0.99'].map(share => ({
        expr: requests.quantile(share, window),
        legend: `p${Number(share) * 100}`,
      })),
    },
  ]
}

/** How far from its objective the service is, over the longest and the shortest time that is looked at. */
const objectiveGraph = (service: Service, slo: Slo): Graph => {
  const windows = windowsOf(burnRatesOf(slo))
  const ends = [windows[0] ?? 0, windows.at(-1) ?? 0]
  return {
    title: `Objective ${slo.name}: ${percentOf(slo)} % over ${slo.windowDays} days`,
    unit: 'percentunit',
    series: [
      { expr: recorded(service, slo, ends[1] ?? 0), legend: 'errors, long' },
      { expr: recorded(service, slo, ends[0] ?? 0), legend: 'errors, short' },
      { expr: String(slo.budget / 100_000), legend: 'allowed' },
    ],
  }
}

const podGraphs = (service: Service): readonly Graph[] => {
  const [containers, deployment] = [containersOf(service), deploymentOf(service)]
  const { requests, limits } = service.resources
  return [
    {
      title: 'Pods',
      unit: 'short',
      series: [
        { expr: `kube_deployment_status_replicas_available{${deployment}}`, legend: 'available' },
        { expr: `kube_deployment_spec_replicas{${deployment}}`, legend: 'wanted' },
      ],
    },
    {
      title: 'CPU',
      unit: 'short',
      series: [
        {
          expr: `sum by (pod) (rate(container_cpu_usage_seconds_total{${containers}}[${window}]))`,
          legend: '{{pod}}',
        },
        { expr: String(bytesOf(requests.cpu) ?? 0), legend: 'requested' },
      ],
    },
    {
      title: 'Memory',
      unit: 'bytes',
      series: [
        { expr: `max by (pod) (container_memory_working_set_bytes{${containers}})`, legend: '{{pod}}' },
        { expr: String(bytesOf(limits.memory) ?? 0), legend: 'limit' },
      ],
    },
    {
      title: 'Restarts',
      unit: 'short',
      series: [
        {
          expr: `max by (pod) (increase(kube_pod_container_status_restarts_total{${containers}}[${window}]))`,
          legend: '{{pod}}',
        },
      ],
    },
  ]
}

const datasource = { type: 'prometheus', uid: '${datasource}' }

/** Two beside each other, in Grafana's grid of 24 columns. */
const panel = ({ title, unit, series }: Graph, index: number): JsonObject => ({
  id: index + 1,
  type: 'timeseries',
  title,
  datasource,
  gridPos: { x: (index % 2) * 12, y: Math.floor(index / 2) * 8, w: 12, h: 8 },
  fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
  targets: series.map(({ expr, legend }, place) => ({
    refId: String.fromCharCode(65 + place),
    datasource,
    expr,
    legendFormat: legend,
  })),
})
