import type { Claim, Observed } from '../../runtime/observed.ts'
import { stableHash } from '../../runtime/names.ts'
import { partsAt, textAt } from '../../runtime/read.ts'
import { jobOutcome, type Outcome } from '../pod/job.ts'
import type { RolloutJob, Service } from './service.ts'

/** A job runs once for what it runs: another image or command is another job. */
export const jobKey = ({ name, image, command, args }: RolloutJob): `job-${string}` =>
  `job-${name}-${stableHash(image, JSON.stringify(command), JSON.stringify(args))}`

export type Progress = Outcome | { readonly state: 'not started' }

/** How far a job has come. What has succeeded once stays so when the Job is gone: the claim's status remembers. */
export const progressOf = (key: string, observed: Observed): Progress => {
  const job = observed.composed(key)?.resource
  const outcome = job && jobOutcome(job)
  if (outcome && outcome.state !== 'running') return outcome
  if (remembered(observed.claim).includes(key)) return { state: 'succeeded' }
  return outcome ?? { state: 'not started' }
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
