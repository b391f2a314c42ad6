import { qualified } from '../../../../apis/group.ts'
import { itemKey } from '../../../runtime/keys.ts'
import { stableHash } from '../../../runtime/names.ts'
import type { Observed } from '../../../runtime/observed.ts'
import { textAt } from '../../../runtime/read.ts'
import { jobOutcome, type Outcome } from '../../pod/job.ts'
import type { Allowance } from '../../pod/resources.ts'

/** What is loaded into a database of an environment, with everything decided. */
export interface Seed {
  /** The database's name in the environment. */
  readonly database: string
  readonly image: string
  /** `undefined`: the image's entrypoint. */
  readonly command: readonly string[] | undefined
  readonly args: readonly string[]
  readonly timeoutSeconds: number
  readonly allowance: Allowance
}

const familyOf = (database: string) => `${itemKey('seed', database)}-` as const

/** Another image, command or arguments are another Job: one that has failed can't be changed. */
export const seedKey = ({ database, image, command = [], args }: Seed): `seed-${string}` =>
  `${familyOf(database)}${stableHash(image, JSON.stringify(command), JSON.stringify(args))}`

interface Run {
  readonly key: `seed-${string}`
  readonly outcome: Outcome
}

/** The annotation of a Job with the UID of the database that it loads: one that is made anew under the same name is empty again. */
export const databaseUidAnnotation = qualified('database-uid')

/**
 * The Jobs that are there for a database, whatever they load.
 *
 * @param uid the database's; `undefined` while it is not known which database there is
 */
export const runsOf = (observed: Observed, database: string, uid: string | undefined): readonly Run[] => {
  const family = familyOf(database)
  const length = family.length + stableHash().length
  return observed.keys.filter(isSeedKey).flatMap(key => {
    const job = observed.composed(key)?.resource
    const isOurs = uid === undefined || textAt(job, 'metadata', 'annotations', databaseUidAnnotation) === uid
    return job && isOurs && key.startsWith(family) && key.length === length ? [{ key, outcome: jobOutcome(job) }] : []
  })
}

export const isSeedKey = (key: string): key is `seed-${string}` => key.startsWith('seed-')
