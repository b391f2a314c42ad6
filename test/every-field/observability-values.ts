import type { JsonObject } from '../../functions/runtime/json.ts'

type Change = readonly [before: JsonObject, after: JsonObject]

const watched = (before: JsonObject, after: JsonObject): Change => [{ observability: before }, { observability: after }]

const ports = [
  { name: 'http', port: 8080 },
  { name: 'admin', port: 9090 },
]
const scraped = (after: JsonObject): Change => [
  { ports, observability: { metrics: { mode: 'Scrape' } } },
  { ports, observability: { metrics: { mode: 'Scrape', ...after } } },
]
const alerting = (before: JsonObject, after: JsonObject): Change => watched({ alerting: before }, { alerting: after })
const rule = (before: JsonObject, after: JsonObject): Change => {
  const rules = (change: JsonObject) => ({ rules: [{ name: 'QueueTooLong', expr: 'queue > 5', ...change }] })
  return alerting(rules(before), rules(after))
}
const slo = (before: JsonObject, after: JsonObject): Change => {
  const slos = (change: JsonObject) => ({ slos: [{ name: 'good', type: 'Availability', ...change }] })
  return alerting(slos(before), slos(after))
}
const latency = (thresholdMilliseconds: number): JsonObject => ({ type: 'Latency', thresholdMilliseconds })

/** For each field about watching an XService: one without it, or with one value, and the same one with another. */
export const observabilityChanges: Readonly<Record<string, Change>> = {
  tier: [{}, { tier: 'Tier1' }],
  'observability.metrics.mode': watched({}, { metrics: { mode: 'Scrape' } }),
  'observability.metrics.portName': scraped({ portName: 'admin' }),
  'observability.metrics.path': scraped({ path: '/prometheus' }),
  'observability.metrics.intervalSeconds': scraped({ intervalSeconds: 15 }),
  'observability.tracing.mode': watched({}, { tracing: { mode: 'Disabled' } }),
  'observability.tracing.samplingPercent': watched({}, { tracing: { samplingPercent: 5 } }),
  'observability.logging.level': watched({}, { logging: { level: 'Debug' } }),
  'observability.logging.format': watched({}, { logging: { format: 'Text' } }),
  'observability.dashboards.mode': watched({}, { dashboards: { mode: 'Disabled' } }),
  'observability.alerting.mode': alerting({}, { mode: 'Disabled' }),
  'observability.alerting.channels[]': alerting({}, { channels: ['slack'] }),
  'observability.alerting.rules[].name': rule({}, { name: 'QueueFull' }),
  'observability.alerting.rules[].expr': rule({}, { expr: 'queue > 9' }),
  'observability.alerting.rules[].forSeconds': rule({}, { forSeconds: 60 }),
  'observability.alerting.rules[].severity': rule({}, { severity: 'Critical' }),
  'observability.alerting.rules[].summary': rule({}, { summary: 'The queue is long' }),
  'observability.alerting.rules[].runbookUrl': rule({}, { runbookUrl: 'https://runbooks.example.com/queue' }),
  'observability.alerting.slos[].name': slo({}, { name: 'better' }),
  'observability.alerting.slos[].type': slo({}, latency(250)),
  'observability.alerting.slos[].objectivePercent': slo({}, { objectivePercent: 99 }),
  'observability.alerting.slos[].windowDays': slo({}, { windowDays: 60 }),
  'observability.alerting.slos[].thresholdMilliseconds': slo(latency(250), latency(500)),
}
