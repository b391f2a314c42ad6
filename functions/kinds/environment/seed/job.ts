import { qualified } from '../../../../apis/group.ts'
import { Job } from '../../../generated/batch/job.ts'
import { absent, waiting, type Entry, type Plan, type ReadinessCheck } from '../../../runtime/plan.ts'
import type { Readable } from '../../../runtime/unread.ts'
import { bindables } from '../../bindables.ts'
import { labelsOf, nameOf } from '../../composed.ts'
import { pullPolicy, tmp, tmpVolume, type PodSpec } from '../../pod/container.ts'
import { jobOutcome, jobSpec, whenComplete } from '../../pod/job.ts'
import { containerResources } from '../../pod/resources.ts'
import { anybody, containerSecurity, podBasics } from '../../pod/security.ts'
import { usualVariable, keyVariables, prefixOf } from '../../pod/variables.ts'
import type { Environment } from '../environment.ts'
import { placed } from '../placed.ts'
import { databaseOf, progressOf, recordOn, secretOf, uidOf, untilItStarts } from './progress.ts'
import { databaseUidAnnotation, runsOf, seedKey, type Seed } from './seed.ts'

/** The label of a seed's pods, with the database's name. */
export const seedLabel = qualified('seed')

/** The Job of each seed. One of another seed than is asked for now stays until it has ended: two at a time would load over each other. */
export const seedJobs = (environment: Environment): Plan<`seed-${string}`> =>
  Object.fromEntries(
    environment.seeds.flatMap(seed => {
      const key = seedKey(seed)
      const database = databaseOf(environment, seed.database)
      const others =
        recordOn(database) === 'Loaded'
          ? []
          : runsOf(environment.observed, seed.database, uidOf(database)).filter(
              run => run.key !== key && run.outcome.state !== 'failed',
            )
      return [
        ...others.map(run => [run.key, waiting('its end', 'it was started before the seed was changed')] as const),
        [key, seedJob(environment, seed, database)] as const,
      ]
    }),
  )

const seedJob = (environment: Environment, seed: Seed, database: Readable | undefined): Entry => {
  const { claim, observed } = environment
  const key = seedKey(seed)
  const uid = uidOf(database)
  if (!runsOf(observed, seed.database, uid).some(run => run.key === key)) {
    if (observed.composed(key)) return absent('it was for a database that is gone')
    const { state, message } = progressOf(environment, seed)
    if (state === 'Loaded') return absent('it is loaded')
    if (state === 'Skipped') return absent(message)
    if (state === 'Unknown')
      return waiting('somebody', 'whether it is loaded is not known, as the condition Seeded tells')
    if (state === 'Started') return waiting('the Job before it', 'one loads after the other')
    const reason = untilItStarts(environment, database)
    if (reason !== undefined) return waiting(seed.database, reason)
  }
  return placed(
    environment,
    key,
    Job,
    {
      spec: jobSpec({
        timeoutSeconds: seed.timeoutSeconds,
        labels: { ...labelsOf(claim, key), [seedLabel]: seed.database },
        pod: podOf(environment, seed, secretOf(database) ?? ''),
      }),
    },
    // What a Job runs can't change: one that is there stays as it was made.
    {
      readiness: whenLoaded,
      protection: { frozen: true },
      annotations: { [databaseUidAnnotation]: uid ?? '' },
    },
  )
}

const whenLoaded: ReadinessCheck = job =>
  jobOutcome(job).state === 'failed'
    ? { ready: false, message: 'failed, as the condition Seeded tells' }
    : whenComplete(job)

/** What a seed's image says of users counts for nothing. */
const restricted = { user: { id: anybody, group: anybody }, podSecurity: 'Restricted' } as const

/** A pod that is told of its database as a service that binds it would be, and of nothing else. */
const podOf = (environment: Environment, seed: Seed, secretName: string): PodSpec => {
  const { observed, pullSecretName } = environment
  const { database, image, command, args, allowance } = seed
  return {
    ...podBasics({
      serviceAccountName: nameOf(observed, 'service-account'),
      pullSecretName,
      ...restricted,
    }),
    containers: [
      {
        name: 'seed',
        image,
        imagePullPolicy: pullPolicy(image),
        ...(command && { command: [...command] }),
        ...(args.length > 0 && { args: [...args] }),
        env: [
          ...keyVariables({ ...bindables.databases, prefix: prefixOf(database), renamed: {} }, secretName),
          usualVariable(bindables.databases, secretName),
        ],
        resources: containerResources(allowance),
        securityContext: containerSecurity(restricted),
        volumeMounts: [tmp],
      },
    ],
    volumes: [tmpVolume(allowance.ephemeralStorage)],
  }
}
