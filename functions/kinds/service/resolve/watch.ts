import type { Integrations } from '../../../../apis/platform/integrations.ts'
import type { EnvironmentType } from '../../../../apis/platform/classes.ts'
import type { Dashboards, Monitoring } from '../../../../apis/platform/observability.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Runtime } from '../../../../apis/platform/workloads.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import type { RequestMetric, Watch } from '../observability/watch.ts'
import type { ServicePort } from '../service.ts'
import { decideAlerting } from './alerting.ts'
import { can, missing, none, type Decided } from './decided.ts'
import { decideMetrics } from './metrics.ts'
import { decideTracing } from './tracing.ts'

/** How a service is watched: by default with all that the platform has. */
export const decideWatch = (
  spec: ServiceSpec,
  ports: readonly ServicePort[],
  runtime: Runtime | undefined,
  type: EnvironmentType,
  platform: PlatformSpec,
): Decided<Watch> => {
  const { tier = 'Tier3', observability = {} } = spec
  const { integrations = {} } = platform
  const { monitoring } = integrations
  const requests = requestMetric(monitoring)
  const metrics = decideMetrics(spec, ports, runtime, integrations)
  const traces = decideTracing(spec, runtime, type, integrations)
  const alerts = decideAlerting(spec, tier, metrics, requests, platform)
  const dashboard = decideDashboard(observability, integrations)
  const all = [metrics, traces, alerts, dashboard]
  return {
    value: {
      tier,
      logs: { level: observability.logging?.level ?? 'Info', format: observability.logging?.format ?? 'JSON' },
      metrics: metrics.value,
      traces: traces.value,
      alerts: alerts.value,
      dashboard: dashboard.value,
      requests,
      collector: integrations.tracing,
      prometheus: monitoring && { namespace: monitoring.namespace, labels: monitoring.labels ?? {} },
    },
    refusals: all.flatMap(({ refusals }) => refusals),
    deviations: all.flatMap(({ deviations }) => deviations),
  }
}

const decideDashboard = (
  { dashboards: asked }: NonNullable<ServiceSpec['observability']>,
  { dashboards }: Integrations,
): Decided<Dashboards | undefined> => {
  if (asked?.mode === 'Disabled') return none
  if (dashboards) return can(dashboards)
  return asked?.mode ? missing('dashboards', 'Grafana', 'spec.observability.dashboards.mode') : none
}

/** OpenTelemetry's semantic conventions for HTTP, as Prometheus spells them, with the buckets that they advise. */
const requestMetric = ({ requests = {} }: Partial<Monitoring> = {}): RequestMetric => ({
  name: requests.metric ?? 'http_server_request_duration_seconds',
  statusLabel: requests.statusLabel ?? 'http_response_status_code',
  bucketsMilliseconds: requests.bucketsMilliseconds ?? [
    5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10_000,
  ],
})
