import type { JsonObject } from '../../functions/runtime/json.ts'
import { platform } from '../harness/claims.ts'
import type { RefusalCase } from './refusals.ts'
import { refused } from './services.ts'

const watched = (observability: JsonObject): JsonObject => ({ observability })
const objective = (change: JsonObject) =>
  watched({ alerting: { slos: [{ name: 'a', type: 'Availability', ...change }] } })
const bare = { platform: platform({}) }

/** Services that nobody could watch as they want to be. */
export const serviceObservabilityRefusals: readonly RefusalCase[] = [
  refused(
    'UnknownAlertChannel',
    'an alert channel that nobody declared',
    watched({ alerting: { channels: ['payments-mail'] } }),
    'spec.observability.alerting.channels',
    /there is no alert channel "payments-mail"; there are slack, pagerduty/,
  ),
  refused(
    'UnknownPort',
    'metrics on a port that is not there',
    watched({ metrics: { portName: 'admin' } }),
    'spec.observability.metrics.portName',
    /there is no port "admin"; there are http/,
  ),
  refused(
    'UnknownPort',
    'metrics of a worker that listens on nothing',
    { ports: [], ...watched({ metrics: { mode: 'Scrape' } }) },
    'spec.observability.metrics',
    /mode: OTLP/,
  ),
  refused(
    'InvalidCombination',
    'metrics on a port that does not speak HTTP',
    { ports: [{ name: 'dns', port: 53, protocol: 'UDP' }], ...watched({ metrics: { portName: 'dns' } }) },
    'spec.observability.metrics.portName',
    /dns is UDP/,
  ),
  refused(
    'InvalidClaim',
    'an objective that allows no error',
    objective({ objectivePercent: 100 }),
    'spec.observability.alerting.slos[a].objectivePercent',
    /write 99\.99 or less/,
  ),
  refused(
    'InvalidCombination',
    'an objective whose shortest window holds too few values',
    objective({ windowDays: 7 }),
    'spec.observability.alerting.slos[a].windowDays',
    /write 12 or more, or metrics\.intervalSeconds 17/,
  ),
  refused(
    'InvalidClaim',
    'a time that no bucket counts by: the alert would never be raised',
    objective({ type: 'Latency', thresholdMilliseconds: 300 }),
    'spec.observability.alerting.slos[a].thresholdMilliseconds',
    /5, 10, 25, 50, 75, 100, 250, 500/,
  ),
  refused(
    'InvalidCombination',
    'an objective of a service that is not measured',
    watched({ metrics: { mode: 'Disabled' }, alerting: { slos: [{ name: 'a', type: 'Availability' }] } }),
    'spec.observability.alerting.slos',
    /metrics\.mode is Disabled/,
  ),
  refused(
    'InvalidCombination',
    'a Go program that is to be instrumented from outside: that needs privileges',
    { runtime: 'go-1', ...watched({ tracing: { mode: 'Auto' } }) },
    'spec.observability.tracing.mode',
    /only with privileges: write SDK/,
  ),
  refused(
    'MissingIntegration',
    'metrics that nothing fetches',
    watched({ metrics: { mode: 'Scrape' } }),
    'XPlatform/default spec.integrations.monitoring',
    /spec\.observability\.metrics\.mode asks for it/,
    bare,
  ),
  refused(
    'MissingIntegration',
    'traces that nothing takes',
    watched({ tracing: { mode: 'SDK' } }),
    'XPlatform/default spec.integrations.tracing',
    /OpenTelemetry/,
    bare,
  ),
  refused(
    'MissingIntegration',
    'a dashboard that nothing shows',
    watched({ dashboards: { mode: 'Generated' } }),
    'XPlatform/default spec.integrations.dashboards',
    /Grafana/,
    bare,
  ),
  refused(
    'MissingIntegration',
    'alerts that nothing judges',
    watched({ alerting: { rules: [{ name: 'A', expr: 'up == 0' }] } }),
    'XPlatform/default spec.integrations.monitoring',
    /alerting\.rules asks for it/,
    bare,
  ),
]
