import { BindingReady, isFalse } from '../../../runtime/conditions.ts'
import type { Composed } from '../../../runtime/kind.ts'
import type { Observed } from '../../../runtime/observed.ts'
import { waiting } from '../../../runtime/plan.ts'
import { wholeOf } from '../../../runtime/unread.ts'
import { environmentCheck } from '../../../settings/surroundings.ts'
import type { Restoring } from './origin.ts'

/**
 * What a claim comes to until it is known what its server is made of: nothing is composed, least of all an empty server, and what
 * exists stays as it is.
 */
export const untilKnown = (observed: Observed, requirements: Restoring['requirements'], awaited: string): Composed => ({
  plan: Object.fromEntries(['connection', ...observed.keys].map(key => [key, waiting(what, awaited)])),
  requirements: new Map([environmentCheck(observed), ...requirements]),
  report: () => {
    const { conditions: _conditions, ...status } = wholeOf(observed.claim.status)
    return { status, conditions: [isFalse(BindingReady, 'Waiting', `waiting for ${what}: ${awaited}`)] }
  },
})

const what = 'the database in restoreFrom'
