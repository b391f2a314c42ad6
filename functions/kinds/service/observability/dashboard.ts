import { GrafanaDashboard } from '../../../generated/grafana.integreatly.org/grafana-dashboard.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import { object } from '../../composed.ts'
import type { Service } from '../service.ts'
import { dashboardUid } from './dashboard-link.ts'
import { panels } from './panels.ts'

/** The service in Grafana. That Grafana takes it is not waited for: the service runs without. */
export const dashboard = (service: Service): Entry => {
  const { claim, watch } = service
  if (!watch.dashboard) return absent('no dashboard is generated')
  const { instanceSelector, folder = claim.namespace } = watch.dashboard
  return object(claim, 'dashboard', GrafanaDashboard, {
    spec: {
      uid: dashboardUid(claim),
      folder,
      instanceSelector: { matchLabels: { ...instanceSelector } },
      // Grafana is in a namespace of its own.
      allowCrossNamespaceImport: true,
      json: model(service),
    },
  })
}

/** The dashboard as Grafana keeps it, always in the same order. Grafana migrates from schema version 39 (10.4) by itself. */
const model = (service: Service): string => {
  const { claim } = service
  return JSON.stringify({
    uid: dashboardUid(claim),
    title: `${claim.namespace} / ${claim.name}`,
    tags: ['roadbed', claim.namespace],
    schemaVersion: 39,
    editable: false,
    time: { from: 'now-6h', to: 'now' },
    refresh: '1m',
    templating: { list: [{ name: 'datasource', label: 'Prometheus', type: 'datasource', query: 'prometheus' }] },
    panels: panels(service),
  })
}
