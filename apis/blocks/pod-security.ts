import * as Type from 'typebox'
import type { Static } from 'typebox'
import { choice } from './values.ts'

/** Kubernetes' pod security standards for a namespace. */
export const podSecurity = Type.Object(
  {
    level: Type.Optional(
      choice(['Restricted', 'Baseline', 'Privileged'], {
        description: 'What pods may do (Kubernetes’ pod security standards). Default: Restricted.',
      }),
    ),
    mode: Type.Optional(
      choice(['Enforce', 'Warn', 'Audit'], {
        description:
          'Enforce refuses other pods, Warn tells who makes them, Audit only records them. Default: Enforce.',
      }),
    ),
  },
  { description: 'What pods may do.' },
)

export type PodSecurity = Static<typeof podSecurity>
