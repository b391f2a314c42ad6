import type { Integrations } from '../../../../apis/platform/integrations.ts'
import type { Runtime } from '../../../../apis/platform/workloads.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { refuse } from '../../../runtime/errors.ts'
import type { Metrics, Scraped } from '../observability/watch.ts'
import type { ServicePort } from '../service.ts'
import { can, cannot, missing, none, without, type Decided } from './decided.ts'

const field = 'spec.observability.metrics'

/**
 * How the service's own metrics get to Prometheus. A service of which nobody says that it has any is not scraped: it would be reported
 * as down.
 */
export const decideMetrics = (
  { observability = {} }: ServiceSpec,
  ports: readonly ServicePort[],
  runtime: Runtime | undefined,
  { monitoring, tracing }: Integrations,
): Decided<Metrics | undefined> => {
  const asked = observability.metrics
  const needed = observability.alerting?.slos !== undefined
  const open = ports.filter(({ protocol }) => protocol === 'TCP')
  switch (asked?.mode ?? (asked || needed || (runtime && open.length > 0) ? 'Scrape' : 'Disabled')) {
    case 'Disabled':
      return none
    case 'OTLP':
      return tracing ? can({ mode: 'OTLP' }) : missing('tracing', 'OpenTelemetry, which takes metrics', `${field}.mode`)
    case 'Scrape':
      if (monitoring) return scraped(asked ?? {}, ports, open, runtime)
      if (asked?.mode) return missing('monitoring', 'Prometheus, which fetches metrics', `${field}.mode`)
      return asked ? without(field, 'the platform has no Prometheus: nothing fetches metrics') : none
  }
}

type Asked = NonNullable<NonNullable<ServiceSpec['observability']>['metrics']>

const scraped = (
  { portName, path = '', intervalSeconds = 30 }: Asked,
  ports: readonly ServicePort[],
  open: readonly ServicePort[],
  runtime: Runtime | undefined,
): Decided<Scraped | undefined> => {
  const named = ports.find(({ name }) => name === portName)
  const names = ports.map(({ name }) => name).join(', ')
  if (portName !== undefined && !named)
    return cannot(
      refuse('UnknownPort', `${field}.portName`, `there is no port "${portName}"; there are ${names || 'none'}`),
    )
  if (named?.protocol === 'UDP')
    return cannot(
      refuse('InvalidCombination', `${field}.portName`, `${named.name} is UDP: metrics are fetched by HTTP`),
    )
  const port = named ?? open.find(({ name }) => name === 'metrics') ?? open[0]
  if (!port)
    return cannot(
      refuse('UnknownPort', field, 'the service listens on no TCP port: add one, or send metrics by mode: OTLP'),
    )
  return can({ mode: 'Scrape', port, path: path || (runtime?.metricsPath ?? '/metrics'), intervalSeconds })
}
