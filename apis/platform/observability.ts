import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, label, namedList, text } from '../blocks/values.ts'

const labels = (description: string) =>
  Type.Record(
    Type.String(),
    text(63, { pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$', description: 'Value.' }),
    { maxProperties: 10, description },
  )

const prometheusName = (description: string) => text(128, { pattern: '^[a-zA-Z_][a-zA-Z0-9_]*$', description })

/** By which metric services tell of the requests that they answer. */
const requests = Type.Object(
  {
    metric: Type.Optional(
      prometheusName('The histogram of their duration in seconds. Default: http_server_request_duration_seconds.'),
    ),
    statusLabel: Type.Optional(prometheusName('Its label with the HTTP status. Default: http_response_status_code.')),
    bucketsMilliseconds: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 60000, description: 'A bucket’s upper bound.' }), {
        minItems: 1,
        maxItems: 40,
        description: 'The buckets that it counts by. Default: OpenTelemetry’s, from 5 to 10000.',
      }),
    ),
  },
  { description: 'The metric of requests. Default: the one of OpenTelemetry’s conventions.' },
)

/** Prometheus and its operator. */
export const monitoring = Type.Object(
  {
    engine: choice(['PrometheusOperator'], { description: 'What is installed.' }),
    namespace: label({ description: 'Prometheus’ namespace. Services let it in to their metrics, and nobody else.' }),
    labels: Type.Optional(
      labels('Labels by which Prometheus finds monitors and rules, such as release: kube-prometheus-stack.'),
    ),
    requests: Type.Optional(requests),
  },
  { description: 'What fetches metrics and judges rules.' },
)

/** Grafana and its operator. */
export const dashboards = Type.Object(
  {
    engine: choice(['GrafanaOperator'], { description: 'What is installed.' }),
    instanceSelector: labels('Labels of the Grafana that gets the dashboards, such as dashboards: grafana.'),
    folder: Type.Optional(text(128, { description: 'The folder. Default: one for each namespace.' })),
    url: Type.Optional(
      text(256, { pattern: '^https?://\\S*[^/\\s]$', description: 'Its address, for links. Default: no links.' }),
    ),
  },
  { description: 'What shows dashboards.' },
)

/** OpenTelemetry's operator, and a collector. */
export const tracing = Type.Object(
  {
    engine: choice(['OpenTelemetryOperator'], { description: 'What is installed.' }),
    endpoint: text(256, {
      pattern: '^https?://\\S+$',
      description: 'Where the collector takes OTLP over HTTP, such as http://otel-collector.observability.svc:4318.',
    }),
    namespace: Type.Optional(
      label({
        description: 'The collector’s namespace: environments with restricted egress are open to it. Default: none.',
      }),
    ),
  },
  { description: 'What instruments services and takes their traces.' },
)

/** Where alerts go: labels that Alertmanager's routes know. */
export const alertChannel = Type.Object(
  {
    name: label({ description: 'The name that claims use, such as pagerduty.' }),
    labels: Type.Array(
      Type.Object({
        name: prometheusName('The label.'),
        value: text(128, { minLength: 1, description: 'Its value.' }),
      }),
      { minItems: 1, maxItems: 8, description: 'Labels of its alerts, by which Alertmanager routes.', ...namedList },
    ),
  },
  { description: 'An alert channel.' },
)

export type Monitoring = Static<typeof monitoring>
export type Dashboards = Static<typeof dashboards>
export type Tracing = Static<typeof tracing>
export type AlertChannel = Static<typeof alertChannel>
