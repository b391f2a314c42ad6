import { qualified } from '../../../../apis/group.ts'
import { textAt } from '../../../runtime/read.ts'
import { tagOf } from '../../../settings/images.ts'
import { present } from '../../../runtime/json.ts'
import type { Service } from '../service.ts'
import type { Traces } from './watch.ts'

type Variable = { readonly name: string; readonly value: string }

/**
 * What OpenTelemetry's SDKs read (its specification, “Environment Variable Specification”). A program that is instrumented from
 * outside gets the same from its Instrumentation, when its pods start.
 */
export const telemetryEnv = (service: Service): readonly Variable[] => {
  const { claim, watch } = service
  const { traces, metrics } = watch
  if (watch.collector === undefined || traces?.mode === 'Auto') return []
  if (!traces && metrics?.mode !== 'OTLP') return []
  return [
    { name: 'OTEL_SERVICE_NAME', value: claim.name },
    { name: 'OTEL_RESOURCE_ATTRIBUTES', value: listed({ ...resourceAttributes(service), ...versionOf(service) }) },
    { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: watch.collector.endpoint },
    ...exporters(service),
    ...(traces
      ? [
          { name: 'OTEL_PROPAGATORS', value: 'tracecontext,baggage' },
          { name: 'OTEL_TRACES_SAMPLER', value: 'parentbased_traceidratio' },
          { name: 'OTEL_TRACES_SAMPLER_ARG', value: shareOf(traces) },
        ]
      : []),
  ]
}

/** What is sent, and how. What Prometheus fetches is not sent as well, and logs go to standard output. */
export const exporters = ({ watch }: Service): readonly Variable[] => [
  { name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: 'http/protobuf' },
  { name: 'OTEL_TRACES_EXPORTER', value: watch.traces ? 'otlp' : 'none' },
  { name: 'OTEL_METRICS_EXPORTER', value: watch.metrics?.mode === 'OTLP' ? 'otlp' : 'none' },
  { name: 'OTEL_LOGS_EXPORTER', value: 'none' },
]

/** What a trace, or a metric, tells of where it comes from: OpenTelemetry's conventions for resources, and whose it is. */
export const resourceAttributes = ({ claim, environment }: Service): Readonly<Record<string, string>> =>
  present<Record<string, string>>({
    'deployment.environment.name': environment.toLowerCase(),
    'service.namespace': claim.namespace,
    [qualified('team')]: textAt(claim.labels, qualified('team')),
  })

/** OpenTelemetry's operator finds it by itself, in the pod that starts. */
const versionOf = ({ image }: Service): Readonly<Record<string, string>> =>
  present<Record<string, string>>({ 'service.version': tagOf(image) })

/** As `OTEL_RESOURCE_ATTRIBUTES` wants them. No value of ours has a letter that would have to be escaped. */
const listed = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}=${value}`)
    .join(',')

/** The share of requests that are traced, from 0 to 1. */
export const shareOf = ({ samplingPercent }: Pick<Traces, 'samplingPercent'>): string => String(samplingPercent / 100)
