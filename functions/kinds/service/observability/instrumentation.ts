import { Instrumentation } from '../../../generated/opentelemetry.io/instrumentation.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import { nameOf, object } from '../../composed.ts'
import type { Service } from '../service.ts'
import { exporters, resourceAttributes, shareOf } from './telemetry.ts'

/** How OpenTelemetry's operator instruments the pods when they start: so it has to be there before them. */
export const instrumentation = (service: Service): Entry => {
  const { claim, watch } = service
  if (watch.traces?.mode !== 'Auto') return absent('nothing is instrumented from outside')
  return object(claim, 'instrumentation', Instrumentation, {
    spec: {
      exporter: { endpoint: watch.collector?.endpoint ?? '' },
      propagators: ['tracecontext', 'baggage'],
      sampler: { type: 'parentbased_traceidratio', argument: shareOf(watch.traces) },
      resource: { resourceAttributes: resourceAttributes(service) },
      env: exporters(service),
    },
  })
}

/** What tells the operator to instrument a pod: only its own container, only by its language. */
export const instrumentationAnnotations = ({ watch, observed }: Service): Readonly<Record<string, string>> =>
  watch.traces?.mode === 'Auto'
    ? {
        [`instrumentation.opentelemetry.io/inject-${watch.traces.language.toLowerCase()}`]: nameOf(
          observed,
          'instrumentation',
        ),
        'instrumentation.opentelemetry.io/container-names': 'service',
      }
    : {}
