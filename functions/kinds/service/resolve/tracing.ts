import type { Integrations } from '../../../../apis/platform/integrations.ts'
import type { EnvironmentType } from '../../../../apis/platform/classes.ts'
import type { Language, Runtime } from '../../../../apis/platform/workloads.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { refuse } from '../../../runtime/errors.ts'
import { isLasting } from '../../../settings/environment.ts'
import type { InstrumentedLanguage, Traces } from '../observability/watch.ts'
import { can, cannot, missing, none, without, type Decided } from './decided.ts'

const field = 'spec.observability.tracing'

/** Whether and how the way of requests through the service is traced. */
export const decideTracing = (
  { observability = {} }: ServiceSpec,
  runtime: Runtime | undefined,
  type: EnvironmentType,
  { tracing }: Integrations,
): Decided<Traces | undefined> => {
  const asked = observability.tracing
  if (asked?.mode === 'Disabled') return none
  if (!tracing) {
    if (asked?.mode) return missing('tracing', 'OpenTelemetry, which takes traces', `${field}.mode`)
    return asked ? without(field, 'the platform has no OpenTelemetry: nothing takes traces') : none
  }
  const samplingPercent = asked?.samplingPercent ?? (isLasting(type) ? 10 : 100)
  const language = runtime?.language
  if (asked?.mode === 'SDK') return can({ mode: 'SDK', samplingPercent })
  if (isInstrumented(language)) return can({ mode: 'Auto', language, samplingPercent })
  if (asked?.mode === undefined) return can({ mode: 'SDK', samplingPercent })
  return cannot(
    refuse('InvalidCombination', `${field}.mode`, `${whyNot(language)}: write SDK, and use OpenTelemetry’s SDK`),
  )
}

const isInstrumented = (language: Language | undefined): language is InstrumentedLanguage =>
  language !== undefined && language !== 'Go' && language !== 'Other'

/** What reads a Go program from outside (eBPF) runs as root with privileges, which pods here never have. */
const whyNot = (language: Language | undefined): string => {
  if (language === undefined) return 'without spec.runtime nobody knows the language'
  return language === 'Go'
    ? 'a Go program can be instrumented from outside only with privileges'
    : 'the runtime’s language is one that nobody instruments from outside'
}
