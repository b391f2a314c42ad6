import * as Type from 'typebox'
import type { Static } from 'typebox'
import { commonStatus } from '../blocks/status.ts'
import { text } from '../blocks/values.ts'

const yesOrNo = (description: string) => Type.Enum(['True', 'False'], { type: 'string', description })

const endpoint = Type.Object({
  name: text(63, { description: 'The port’s or the ingress’s name.' }),
  url: text(600, { description: 'Where it is reached: inside the cluster, or through the gateway.' }),
  visibility: text(16, {
    description: 'Who may connect. Through a gateway: Public, or Internal where the gateway is private.',
  }),
})

const binding = Type.Object({
  name: text(63, { description: 'Its name in this service.' }),
  kind: text(63, { description: 'What it is, such as XDatabase.' }),
  claimName: text(253, { description: 'The claim’s name.' }),
  secretName: Type.Optional(text(253, { description: 'The Secret with its connection details, once complete.' })),
  ready: yesOrNo('Whether it is ready and bound.'),
})

const job = Type.Object({
  name: text(80, { description: 'Which job, for which image and command.' }),
  result: text(16, { description: 'Succeeded.' }),
})

const effective = Type.Object(
  {
    environment: text(20, { description: 'What it counts as.' }),
    state: text(16, { description: 'Active or Suspended.' }),
    image: text(512, { description: 'The image that is asked for.' }),
    runtime: Type.Optional(text(63, { description: 'The runtime class.' })),
    replicas: Type.Object(
      {
        min: Type.Integer({ description: 'The number of pods, or the least.' }),
        max: Type.Optional(Type.Integer({ description: 'The most pods.' })),
      },
      { description: 'How many pods.' },
    ),
    resources: Type.Object(
      {
        cpu: text(12, { description: 'CPU that a pod is given.' }),
        memory: text(12, { description: 'Memory that a pod is given.' }),
      },
      { description: 'What a pod is given.' },
    ),
    scaling: text(8, { description: 'What scales it: HPA, KEDA or None.' }),
    logLevel: text(8, { description: 'The level of its logs.' }),
    tier: text(8, { description: 'How much depends on it.' }),
    metrics: text(8, { description: 'How its metrics get to Prometheus: Scrape, OTLP or Disabled.' }),
    tracing: text(8, { description: 'How its traces are made: Auto, SDK or Disabled.' }),
    alerting: text(10, { description: 'What it alerts of: Generated, CustomOnly or Disabled.' }),
  },
  { description: 'What was decided for everything that the claim leaves open.' },
)

export const serviceStatus = Type.Object({
  ...commonStatus,
  effective: Type.Optional(effective),
  url: Type.Optional(text(600, { description: 'Where it is reached from outside of the cluster.' })),
  endpoints: Type.Optional(Type.Array(endpoint, { maxItems: 20, description: 'Where it is reached.' })),
  replicas: Type.Optional(Type.Integer({ description: 'The number of pods that it is to have at the moment.' })),
  selector: Type.Optional(text(512, { description: 'Selects its pods.' })),
  image: Type.Optional(text(512, { description: 'The image that runs.' })),
  bindings: Type.Optional(Type.Array(binding, { maxItems: 8, description: 'What it is bound to.' })),
  jobs: Type.Optional(
    Type.Array(job, { maxItems: 24, description: 'Jobs that have run, so that none runs twice for the same image.' }),
  ),
})

export type ServiceStatus = Static<typeof serviceStatus>
