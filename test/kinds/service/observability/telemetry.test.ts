import { describe, expect, it } from 'vitest'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { shareOf, telemetryEnv } from '../../../../functions/kinds/service/observability/telemetry.ts'
import { full, serviceOf } from '../fixtures.ts'

const variables = (...args: Parameters<typeof serviceOf>) =>
  Object.fromEntries(telemetryEnv(serviceOf(...args)).map(({ name, value }) => [name, value]))
const watching = (observability: NonNullable<ServiceSpec['observability']>) => ({ observability })

describe('what a program’s OpenTelemetry is told', () => {
  it('is where to send what, and as whom', () => {
    expect(variables({ team: 'payments' }, { ...full, environmentType: 'Production' })).toEqual({
      OTEL_SERVICE_NAME: 'api',
      OTEL_RESOURCE_ATTRIBUTES:
        'deployment.environment.name=production,service.namespace=team-a,platform.roadbed.dev/team=payments,service.version=1.0.0',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel-collector.observability.svc.cluster.local:4318',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
      OTEL_TRACES_EXPORTER: 'otlp',
      OTEL_METRICS_EXPORTER: 'none',
      OTEL_LOGS_EXPORTER: 'none',
      OTEL_PROPAGATORS: 'tracecontext,baggage',
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.1',
    })
  })

  it('is nothing where the platform takes nothing, or nothing is sent', () => {
    expect(variables({}, {})).toEqual({})
    expect(variables(watching({ tracing: { mode: 'Disabled' } }))).toEqual({})
  })

  it('is nothing where the program is instrumented from outside: the Instrumentation tells it', () => {
    expect(variables({ runtime: 'nodejs-20', ...watching({ metrics: { mode: 'OTLP' } }) })).toEqual({})
  })

  it('sends metrics without traces where only those are asked for', () => {
    expect(variables(watching({ metrics: { mode: 'OTLP' }, tracing: { mode: 'Disabled' } }))).toMatchObject({
      OTEL_METRICS_EXPORTER: 'otlp',
      OTEL_TRACES_EXPORTER: 'none',
    })
  })
})

it.each([
  [0, '0'],
  [7, '0.07'],
  [29, '0.29'],
  [100, '1'],
])('%i percent is the share %s', (samplingPercent, share) => expect(shareOf({ samplingPercent })).toBe(share))
