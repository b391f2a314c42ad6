import { conditionOf, type Claim, type Observed } from '../../runtime/observed.ts'
import { composedName, stableHash } from '../../runtime/names.ts'
import { partsAt, textAt } from '../../runtime/read.ts'
import type { Readable } from '../../runtime/unread.ts'
import type { RolloutJob, Service } from './service.ts'

/** A job runs once for what it runs: another image or command is another job. */
export const jobKey = ({ name, image, command, args }: RolloutJob): `job-${string}` =>
  `job-${name}-${stableHash(image, JSON.stringify(command), JSON.stringify(args))}`

export type Progress =
  | { readonly state: 'succeeded' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'running' | 'not started' }

/** How far a job has come. What has succeeded once stays so when the Job is gone: the claim's status remembers. */
export const progressOf = (key: string, observed: Observed): Progress => {
  const job = observed.composed(key)?.resource
  if (job) {
    const failed = conditionOf(job, 'Failed')
    if (textAt(failed, 'status') === 'True')
      return { state: 'failed', message: failure(job, failed, observed.claim, key) }
    if (textAt(conditionOf(job, 'Complete'), 'status') === 'True') return { state: 'succeeded' }
  }
  if (remembered(observed.claim).includes(key)) return { state: 'succeeded' }
  return { state: job ? 'running' : 'not started' }
}

/** Keys of the jobs that have run, oldest first. */
export const remembered = ({ status }: Claim): readonly string[] =>
  partsAt(status, 'jobs').flatMap(job => textAt(job, 'name') ?? [])

/** As many as the status takes: older ones may run again when somebody goes back that far. */
const memory = 24

/** What the status is to remember: what it did, and what has succeeded since. */
export const succeeded = ({ jobs, observed }: Service): readonly string[] => {
  const known = remembered(observed.claim)
  const done = jobs.map(jobKey).filter(key => !known.includes(key) && progressOf(key, observed).state === 'succeeded')
  return [...known, ...done].slice(-memory)
}

/** The first job that has not succeeded: what comes after it waits. */
export const pendingJob = ({
  jobs,
  observed,
}: Service): { readonly key: string; readonly progress: Progress } | undefined => {
  for (const job of jobs) {
    const [key, progress] = [jobKey(job), progressOf(jobKey(job), observed)]
    if (progress.state !== 'succeeded') return { key, progress }
  }
  return undefined
}

const failure = (job: Readable, condition: Readable | undefined, claim: Claim, key: string): string => {
  const name = textAt(job, 'metadata', 'name') ?? composedName(claim, key)
  const why = textAt(condition, 'message') ?? textAt(condition, 'reason') ?? 'it ended with an error'
  return `failed: ${why}. See: kubectl logs -n ${claim.namespace} job/${name}. To try again: kubectl delete -n ${claim.namespace} job/${name}`
}
