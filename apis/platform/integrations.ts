import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice, text } from '../blocks/values.ts'
import { dashboards, monitoring, tracing } from './observability.ts'

/** What scales beyond CPU and memory. */
const autoscaling = Type.Object(
  {
    engine: choice(['KEDA'], { description: 'What is installed.' }),
    prometheusUrl: Type.Optional(
      text(512, {
        pattern: '^https?://\\S+$',
        description: 'Where metrics are asked for. Default: services can’t scale by queries.',
      }),
    ),
  },
  { description: 'What scales services by more than CPU and memory.' },
)

/** What is installed in the cluster besides. What needs something that is not declared is refused, never composed blindly. */
export const integrations = Type.Object(
  {
    autoscaling: Type.Optional(autoscaling),
    monitoring: Type.Optional(monitoring),
    dashboards: Type.Optional(dashboards),
    tracing: Type.Optional(tracing),
  },
  { description: 'What is installed in the cluster for services to use.' },
)

export type Integrations = Static<typeof integrations>
