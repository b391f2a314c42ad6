import { carriedOver, isFalse, isTrue } from '../../../runtime/conditions.ts'
import type { Condition } from '../../../runtime/protocol.ts'
import type { Environment } from '../environment.ts'
import { progressOf, type Progress } from './progress.ts'

/** Whether its databases hold what their seeds name. */
export const Seeded = 'Seeded'

/** What is told first is what somebody has to do something about. */
const reasons = {
  Failed: 'LoadFailed',
  Unknown: 'OutcomeUnknown',
  Started: 'Loading',
  Awaited: 'Waiting',
  Skipped: 'MadeBefore',
} as const satisfies Partial<Record<Progress['state'], string>>

export const seeded = (environment: Environment): Condition => {
  const { awaited, claim, seeds } = environment
  if (awaited) return carriedOver(Seeded, claim.status)
  if (seeds.length === 0) return isTrue(Seeded, 'NothingToLoad')
  const open = seeds
    .map(seed => ({ seed, progress: progressOf(environment, seed) }))
    .filter(({ progress }) => progress.state !== 'Loaded')
  const [, reason] =
    Object.entries(reasons).find(([state]) => open.some(({ progress }) => progress.state === state)) ?? []
  return reason === undefined
    ? isTrue(Seeded, 'AllLoaded')
    : isFalse(Seeded, reason, open.map(({ seed, progress }) => `${seed.database}: ${progress.message}`).join('; '))
}
