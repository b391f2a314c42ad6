import { ServiceMonitor } from '../../../generated/monitoring.coreos.com/service-monitor.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import { labelsOf, object } from '../../composed.ts'
import type { Service } from '../service.ts'

/** Has Prometheus fetch the service's own metrics from each of its pods. */
export const serviceMonitor = (service: Service): Entry => {
  const { claim, watch } = service
  if (watch.metrics?.mode !== 'Scrape') return absent('nothing fetches metrics')
  const { port, path, intervalSeconds } = watch.metrics
  const address = labelsOf(claim, 'service')
  const selected = ['app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app.kubernetes.io/component']
  return object(
    claim,
    'service-monitor',
    ServiceMonitor,
    {
      spec: {
        selector: { matchLabels: Object.fromEntries(selected.map(label => [label, address[label] ?? ''])) },
        endpoints: [{ port: port.name, path, interval: `${intervalSeconds}s` }],
      },
    },
    { labels: watch.prometheus?.labels ?? {} },
  )
}
