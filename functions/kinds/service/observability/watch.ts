import type { AlertRule, Alerting, Objective } from '../../../../apis/service/alerting.ts'
import type { Tier } from '../../../../apis/service/observability.ts'
import type { Dashboards, Tracing } from '../../../../apis/platform/observability.ts'
import type { Language } from '../../../../apis/platform/workloads.ts'
import type { AlertLabels } from '../../../settings/alert-channels.ts'
import type { ServicePort } from '../service.ts'

/** Prometheus fetches them. */
export interface Scraped {
  readonly mode: 'Scrape'
  readonly port: ServicePort
  readonly path: string
  readonly intervalSeconds: number
}

/** How the service's own metrics get to Prometheus. */
export type Metrics = Scraped | { readonly mode: 'OTLP' }

/** The languages that OpenTelemetry's operator instruments without any right of the pod's. */
export type InstrumentedLanguage = Exclude<Language, 'Go' | 'Other'>

export type TracingMode = { readonly mode: 'Auto'; readonly language: InstrumentedLanguage } | { readonly mode: 'SDK' }

export type Traces = TracingMode & { readonly samplingPercent: number }

/** The metric by which programs tell of the requests that they answer. */
export interface RequestMetric {
  readonly name: string
  readonly statusLabel: string
  readonly bucketsMilliseconds: readonly number[]
}

/** An objective with everything decided. Its numbers are whole, for rules are text and have to be exact. */
export interface Slo {
  readonly name: string
  readonly type: Objective['type']
  /** Thousandths of a percent of requests that may be answered badly. */
  readonly budget: number
  readonly windowDays: number
  /** Of Latency; otherwise 0. */
  readonly thresholdMilliseconds: number
}

export interface Alerts {
  readonly mode: Exclude<NonNullable<Alerting['mode']>, 'Disabled'>
  readonly channels: AlertLabels
  readonly rules: readonly AlertRule[]
  readonly slos: readonly Slo[]
}

/** How a service is watched; `undefined` is not at all. */
export interface Watch {
  readonly tier: Tier
  readonly logs: { readonly level: string; readonly format: string }
  readonly metrics: Metrics | undefined
  readonly traces: Traces | undefined
  readonly alerts: Alerts | undefined
  readonly dashboard: Dashboards | undefined
  readonly requests: RequestMetric
  readonly collector: Tracing | undefined
  readonly prometheus: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> } | undefined
}
