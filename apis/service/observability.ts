import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, rules, text } from '../blocks/values.ts'
import { alerting } from './alerting.ts'

export const tiers = ['Tier1', 'Tier2', 'Tier3', 'Tier4'] as const
export type Tier = (typeof tiers)[number]

export const logLevels = ['Trace', 'Debug', 'Info', 'Warn', 'Error'] as const

const metrics = Type.Object(
  {
    mode: Type.Optional(
      choice(['Scrape', 'OTLP', 'Disabled'], {
        description:
          'Scrape: Prometheus fetches them. OTLP: the program sends them. Default: Scrape for a service of a runtime, where the platform has Prometheus.',
      }),
    ),
    portName: Type.Optional(
      text(15, { description: 'Scrape: the port. Default: the one that is called metrics, else the first.' }),
    ),
    path: Type.Optional(
      text(256, { pattern: '^/\\S*$', description: 'Scrape: the path. Default: the runtime’s, else /metrics.' }),
    ),
    intervalSeconds: Type.Optional(
      Type.Integer({ minimum: 5, maximum: 300, description: 'Scrape: how often. Default: 30.' }),
    ),
  },
  {
    description: 'Numbers that the program tells of itself.',
    ...rules({
      rule: "!has(self.mode) || self.mode == 'Scrape' || (!has(self.portName) && !has(self.path) && !has(self.intervalSeconds))",
      message: 'portName, path and intervalSeconds are for Scrape',
      fieldPath: '.mode',
    }),
  },
)

const tracing = Type.Object(
  {
    mode: Type.Optional(
      choice(['Auto', 'SDK', 'Disabled'], {
        description:
          'Auto: the program is instrumented from outside, by its runtime’s language. SDK: it is told by variables where to send traces. Default, where the platform has OpenTelemetry: Auto if the language can be, else SDK.',
      }),
    ),
    samplingPercent: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 100,
        description: 'Percent of requests that are traced. Default: 10 in Staging and Production, else 100.',
      }),
    ),
  },
  {
    description: 'The way of requests through programs.',
    ...rules({
      rule: "!has(self.mode) || self.mode != 'Disabled' || !has(self.samplingPercent)",
      message: 'samplingPercent is for Auto and SDK',
      fieldPath: '.mode',
    }),
  },
)

const logging = Type.Object(
  {
    level: Type.Optional(choice(logLevels, { description: 'The variable LOG_LEVEL, in lower case. Default: Info.' })),
    format: Type.Optional(
      choice(['JSON', 'Text'], { description: 'The variable LOG_FORMAT, in lower case. Default: JSON.' }),
    ),
  },
  { description: 'Logs, which go to standard output.' },
)

const dashboards = Type.Object(
  {
    mode: Type.Optional(
      choice(['Generated', 'Disabled'], {
        description: 'Whether Grafana gets a dashboard. Default: Generated where the platform has Grafana.',
      }),
    ),
  },
  { description: 'The service in Grafana.' },
)

/** How the service is watched. */
export const observability = Type.Object(
  {
    metrics: Type.Optional(metrics),
    tracing: Type.Optional(tracing),
    logging: Type.Optional(logging),
    dashboards: Type.Optional(dashboards),
    alerting: Type.Optional(alerting),
  },
  { description: 'How the service is watched.' },
)

export type Observability = Static<typeof observability>
