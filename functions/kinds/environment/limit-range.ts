import { LimitRange } from '../../generated/core/limit-range.ts'
import { present } from '../../runtime/json.ts'
import type { Entry } from '../../runtime/plan.ts'
import type { Amounts, Environment } from './environment.ts'
import { placed } from './placed.ts'

/** What single containers get and may have. Without a default a quota would refuse every pod that says nothing. */
export const limitRange = (environment: Environment): Entry => {
  const { defaultRequest, default: byDefault, max } = environment.limits
  return placed(environment, 'limit-range', LimitRange, {
    spec: {
      limits: [
        present<LimitRange['spec']['limits'][number]>({
          type: 'Container',
          defaultRequest: { ...defaultRequest },
          default: unlessEmpty(byDefault),
          max: unlessEmpty(max),
        }),
      ],
    },
  })
}

const unlessEmpty = (amounts: Amounts): Record<string, string> | undefined =>
  Object.keys(amounts).length === 0 ? undefined : { ...amounts }
