import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, label, namedList, numberOrPercent, rules, text, timeZone } from '../blocks/values.ts'
import { queue } from './queue.ts'

const count = (description: string, minimum = 0) => Type.Integer({ minimum, maximum: 500, description })

/** How many pods. */
export const replicas = Type.Object(
  {
    min: Type.Optional(
      count('The number of pods, or the least when max is given. `kubectl scale` sets it. Default: the environment’s.'),
    ),
    max: Type.Optional(count('The most pods. Default: min, so that nothing scales.', 1)),
  },
  {
    description: 'How many pods.',
    ...rules({
      rule: '!has(self.max) || !has(self.min) || self.max >= self.min',
      message: 'max is less than min',
      fieldPath: '.max',
    }),
  },
)

const metric = Type.Object(
  {
    name: label({ description: 'Its name.' }),
    type: choice(['CPU', 'Memory', 'Prometheus', 'Cron', 'Queue'], {
      description:
        'CPU and Memory: share of what is requested. Prometheus: a query. Cron: a time of day. Queue: messages that wait. The last three need KEDA.',
    }),
    targetPercent: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, description: 'CPU or Memory: percent of the request. Default: 80.' }),
    ),
    query: Type.Optional(text(1024, { description: 'Prometheus: a query whose result is divided among the pods.' })),
    targetValue: Type.Optional(
      text(16, { pattern: '^[0-9]+(\\.[0-9]+)?$', description: 'Prometheus: how much of it each pod takes.' }),
    ),
    start: Type.Optional(cronFields('Cron: when the time begins.')),
    end: Type.Optional(cronFields('Cron: when it ends.')),
    timeZone: Type.Optional(timeZone({ description: 'Cron: the time zone. Default: UTC.' })),
    replicas: Type.Optional(count('Cron: how many pods there are between the two.', 1)),
    queue: Type.Optional(queue),
  },
  rules(
    {
      rule: "self.type == 'Prometheus' ? has(self.query) && has(self.targetValue) : !has(self.query) && !has(self.targetValue)",
      message: 'query and targetValue are for Prometheus, which needs both',
      fieldPath: '.query',
    },
    {
      rule: "self.type == 'Cron' ? has(self.start) && has(self.end) && has(self.replicas) : !has(self.start) && !has(self.end) && !has(self.replicas) && !has(self.timeZone)",
      message: 'start, end, replicas and timeZone are for Cron, which needs the first three',
      fieldPath: '.start',
    },
    {
      rule: "!has(self.targetPercent) || self.type in ['CPU', 'Memory']",
      message: 'targetPercent is for CPU and Memory',
      fieldPath: '.targetPercent',
    },
    {
      rule: "(self.type == 'Queue') == has(self.queue)",
      message: 'queue is for Queue, which needs it',
      fieldPath: '.queue',
    },
  ),
)

function cronFields(description: string) {
  return text(64, { pattern: '^[-0-9*/,]+ [-0-9*/,]+ [-0-9*/,]+ [-0-9*/,A-Za-z]+ [-0-9*/,A-Za-z]+$', description })
}

/** What the number of pods follows. */
export const scaling = Type.Object(
  {
    engine: Type.Optional(
      choice(['HPA', 'KEDA', 'None'], {
        description:
          'What scales. Default: HPA, or KEDA where a metric or scaleToZero needs it; None when max is not given.',
      }),
    ),
    scaleToZero: Type.Optional(
      choice(['Enabled', 'Disabled'], {
        description: 'Whether there may be no pod at all while nothing asks for one. Needs KEDA.',
      }),
    ),
    metrics: Type.Optional(
      Type.Array(metric, { maxItems: 8, description: 'What it follows. Default: CPU at 80 percent.', ...namedList }),
    ),
    scaleDownSeconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 3600,
        description: 'How long fewer pods have to be enough before any is removed. Default: 300.',
      }),
    ),
  },
  { description: 'What the number of pods follows.' },
)

/** How many pods may be away while nodes are maintained. */
export const disruption = Type.Object(
  {
    minAvailable: Type.Optional(numberOrPercent({ description: 'How many have to stay, such as 2 or 50%.' })),
    maxUnavailable: Type.Optional(
      numberOrPercent({ description: 'How many may be away, such as 1 or 25%. Default: 1.' }),
    ),
  },
  {
    description: 'How many pods may be away while nodes are maintained.',
    ...rules({
      rule: '!(has(self.minAvailable) && has(self.maxUnavailable))',
      message: 'give minAvailable or maxUnavailable, not both',
      fieldPath: '.minAvailable',
    }),
  },
)

export const scheduling = Type.Object(
  {
    spread: Type.Optional(
      choice(['Zone', 'Node', 'None'], {
        description: 'What the pods are spread over. Default: Zone, and nodes within it.',
      }),
    ),
    architecture: Type.Optional(
      choice(['AMD64', 'ARM64'], { description: 'The processors that the image runs on. Default: any.' }),
    ),
  },
  { description: 'Where the pods run.' },
)

export type Replicas = Static<typeof replicas>
export type Scaling = Static<typeof scaling>
export type Metric = Static<typeof metric>
export type Scheduling = Static<typeof scheduling>
