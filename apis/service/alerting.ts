import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, label, namedList, rules, set, text } from '../blocks/values.ts'

export const severities = ['Critical', 'Warning', 'Info'] as const

/** An alert of the developer's own. */
const alertRule = Type.Object({
  name: text(63, {
    pattern: '^[A-Za-z][A-Za-z0-9_-]*$',
    description: 'The alert’s name, such as QueueTooLong.',
  }),
  expr: text(2048, {
    minLength: 1,
    description: 'PromQL: what it finds is alerted of. It is Prometheus that judges it, not Roadbed.',
  }),
  forSeconds: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 86400, description: 'How long it has to be found before. Default: 300.' }),
  ),
  severity: Type.Optional(choice(severities, { description: 'How bad it is. Default: Warning.' })),
  summary: Type.Optional(text(512, { description: 'What people are told. $labels can be used, as in Prometheus.' })),
  runbookUrl: Type.Optional(text(512, { pattern: '^https?://\\S+$', description: 'What to do about it.' })),
})

/** What share of requests has to be answered well, over which time. */
const objective = Type.Object(
  {
    name: label({ description: 'Its name, such as availability.' }),
    type: choice(['Availability', 'Latency'], {
      description: 'Availability: answered without a server’s error. Latency: answered in thresholdMilliseconds.',
    }),
    objectivePercent: Type.Optional(
      Type.Number({
        minimum: 50,
        maximum: 100,
        description: 'Percent of requests, such as 99.9. Default by tier: 99.95, 99.9, 99.5, 99.',
      }),
    ),
    windowDays: Type.Optional(
      Type.Integer({ minimum: 7, maximum: 90, description: 'The days that it is kept over. Default: 30.' }),
    ),
    thresholdMilliseconds: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 60000,
        description: 'Latency: in what time. One of the times that the program counts by.',
      }),
    ),
  },
  rules({
    rule: "(self.type == 'Latency') == has(self.thresholdMilliseconds)",
    message: 'thresholdMilliseconds is for Latency, which needs it',
    fieldPath: '.thresholdMilliseconds',
  }),
)

/** What people are told of, and where. */
export const alerting = Type.Object(
  {
    mode: Type.Optional(
      choice(['Generated', 'CustomOnly', 'Disabled'], {
        description:
          'Generated: alerts that every service should have, besides rules and slos. CustomOnly: rules and slos alone. Default: Generated where the platform has Prometheus.',
      }),
    ),
    channels: Type.Optional(
      Type.Array(label({ description: 'An alert channel of the platform.' }), {
        maxItems: 8,
        description: 'Where alerts go. Default: where the platform sends those that name none.',
        ...set,
      }),
    ),
    rules: Type.Optional(Type.Array(alertRule, { maxItems: 20, description: 'Alerts of your own.', ...namedList })),
    slos: Type.Optional(
      Type.Array(objective, {
        maxItems: 6,
        description: 'Service level objectives. They alert when the errors that they allow are used up too fast.',
        ...namedList,
      }),
    ),
  },
  {
    description: 'What people are told of, and where.',
    ...rules({
      rule: "!has(self.mode) || self.mode != 'Disabled' || (!has(self.channels) && !has(self.rules) && !has(self.slos))",
      message: 'channels, rules and slos are for alerts, and mode is Disabled',
      fieldPath: '.mode',
    }),
  },
)

export type AlertRule = Static<typeof alertRule>
export type Objective = Static<typeof objective>
export type Alerting = Static<typeof alerting>
