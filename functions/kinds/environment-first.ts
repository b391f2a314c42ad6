import { carriedOver } from '../runtime/conditions.ts'
import type { Composed } from '../runtime/kind.ts'
import type { Observed } from '../runtime/observed.ts'
import { waiting } from '../runtime/plan.ts'
import { ok, type Outcome } from '../runtime/result.ts'
import { wholeOf } from '../runtime/unread.ts'
import { environmentCheck, environmentRequirement } from '../settings/surroundings.ts'

/**
 * What is wrong with a claim may be right in its environment. While that is not fetched, nothing is refused: a Fatal would be the last call of
 * a reconcile, and nobody would ever ask for it. All stays as it is, and is told as it was, until it is there.
 *
 * @param awaited a key of the kind's, so that a claim of which nothing exists yet is not Ready
 * @param conditions those of the kind's own, without Provisioned
 */
export const environmentFirst = (
  observed: Observed,
  awaited: string,
  conditions: readonly string[],
  outcome: Outcome<Composed>,
): Outcome<Composed> =>
  outcome.ok || observed.required(environmentRequirement)
    ? outcome
    : ok({
        plan: Object.fromEntries(
          [awaited, ...observed.keys].map(key => [key, waiting('its environment', 'it has not been looked at yet')]),
        ),
        requirements: new Map([environmentCheck(observed)]),
        report: () => {
          const { conditions: _conditions, ...status } = wholeOf(observed.claim.status)
          return { status, conditions: conditions.map(type => carriedOver(type, observed.claim.status)) }
        },
      })
