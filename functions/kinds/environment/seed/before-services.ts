import { listAt, textAt } from '../../../runtime/read.ts'
import type { Child } from '../child.ts'
import type { Environment } from '../environment.ts'
import { progressOf, type Progress } from './progress.ts'

/** What nothing more is awaited of. */
const over: ReadonlySet<Progress['state']> = new Set(['Loaded', 'Skipped'])

/**
 * The database whose seed a service waits for. A seed stands for the data that a version before has left: the service's migrations come after it,
 * as they come after Production's data.
 */
export const seedBefore = (environment: Environment, { family, spec }: Child): string | undefined => {
  if (family !== 'service') return undefined
  const used = new Set(listAt(spec, 'databases').map(database => textAt(database, 'ref', 'name')))
  return environment.seeds.find(seed => used.has(seed.database) && !over.has(progressOf(environment, seed).state))
    ?.database
}
