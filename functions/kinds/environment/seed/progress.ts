import { qualified } from '../../../../apis/group.ts'
import { textAt } from '../../../runtime/read.ts'
import type { Readable } from '../../../runtime/unread.ts'
import { whenClaimReady } from '../../readiness.ts'
import { existingChild } from '../child-names.ts'
import type { Environment } from '../environment.ts'
import { runsOf, seedKey, type Seed } from './seed.ts'

/**
 * The annotation of an XDatabase that remembers how far its seed is. It stands there because it is true of that database and of no other:
 * it goes with the data, comes with it when a cluster is restored, and where it is not, the database may hold data that is not a seed's.
 */
export const seedAnnotation = qualified('seed')

const recorded = ['Awaited', 'Started', 'Failed', 'Loaded'] as const
export type Recorded = (typeof recorded)[number]

export interface Progress {
  /**
   * `Unknown`: its Job has gone before anybody saw how it ended. `Skipped`: the database was made without a seed. Neither is loaded: a seed
   * that runs into data may destroy it, and one that does not run is only missed.
   */
  readonly state: Recorded | 'Unknown' | 'Skipped'
  /** What it waits for, or what to do; empty when it is loaded. */
  readonly message: string
}

/** How far the seed of a database is, by what the database remembers and by the Jobs that are there. */
export const progressOf = (environment: Environment, seed: Seed): Progress => {
  const { name, observed } = environment
  const database = databaseOf(environment, seed.database)
  if (!database) return { state: 'Awaited', message: 'the database is not there yet' }
  const said = recordOn(database)
  if (said === undefined) return { state: 'Skipped', message: skipped }
  const runs = runsOf(observed, seed.database, uidOf(database))
  if (said === 'Loaded' || runs.some(({ outcome }) => outcome.state === 'succeeded'))
    return { state: 'Loaded', message: '' }
  if (runs.some(({ outcome }) => outcome.state === 'running'))
    return { state: 'Started', message: 'it is being loaded' }
  const own = runs.find(({ key }) => key === seedKey(seed))
  if (own?.outcome.state === 'failed')
    return {
      state: 'Failed',
      message: `${own.outcome.message}. Another image, command or args in its seed is tried by itself. The database stays`,
    }
  // The end of what was started before is not known unless a Job tells it.
  if (said === 'Started' && runs.length === 0)
    return {
      state: 'Unknown',
      message: `its Job is gone, and how it ended was not seen: it may be loaded. Where it is not: kubectl annotate -n ${name} xdatabase/${seed.database} --overwrite ${seedAnnotation}=Awaited`,
    }
  return { state: 'Awaited', message: untilItStarts(environment, database) ?? 'its Job is made' }
}

/** The database as it is, if it is there. */
export const databaseOf = (environment: Environment, name: string): Readable | undefined =>
  existingChild(environment, { family: 'database', name })

export const uidOf = (database: Readable | undefined): string | undefined => textAt(database, 'metadata', 'uid')

const skipped =
  'the database was there before its seed and may hold data: nothing is loaded. Load it with a Job of yours, or make another database'

/** What a Job of a seed needs before it is made; `undefined`: nothing more. */
export const untilItStarts = ({ lifecycle }: Environment, database: Readable | undefined): string | undefined => {
  if (lifecycle.state === 'Suspended') return 'the environment sleeps'
  if (!database || !whenClaimReady(database).ready) return 'the database is not ready yet'
  if (textAt(database, 'status', 'effective', 'state') === 'Stopped') return 'the database is stopped'
  return secretOf(database) === undefined ? 'the database has no connection details yet' : undefined
}

/** The Secret with the database's connection details, once that is complete. */
export const secretOf = (database: Readable | undefined): string | undefined =>
  textAt(database, 'status', 'binding', 'name')

export const recordOn = (database: Readable | undefined): Recorded | undefined => {
  const said = textAt(database, 'metadata', 'annotations', seedAnnotation)
  return recorded.find(state => state === said)
}

/** What the XDatabase of that name is to remember; one that is loaded never forgets it, also when nothing names a seed any more. */
export const recordFor = (environment: Environment, database: string): Recorded | undefined => {
  const seed = environment.seeds.find(each => each.database === database)
  const said = recordOn(databaseOf(environment, database))
  if (!seed || said === 'Loaded') return said === 'Loaded' ? said : undefined
  const { state } = progressOf(environment, seed)
  if (state === 'Skipped') return undefined
  return state === 'Unknown' ? 'Started' : state
}
