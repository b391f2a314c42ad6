import type { Job } from '../../generated/batch/job.ts'
import { conditionOf } from '../../runtime/observed.ts'
import type { ReadinessCheck } from '../../runtime/plan.ts'
import { textAt } from '../../runtime/read.ts'
import type { Readable } from '../../runtime/unread.ts'
import type { PodSpec } from './container.ts'

interface Run {
  readonly timeoutSeconds: number
  readonly labels: Readonly<Record<string, string>>
  readonly pod: PodSpec
}

/** Runs pods until one of them ends well: three at most, and no longer than it may take. */
export const jobSpec = ({ timeoutSeconds, labels, pod }: Run): Job['spec'] => ({
  backoffLimit: 2,
  activeDeadlineSeconds: timeoutSeconds,
  template: { metadata: { labels: { ...labels } }, spec: { ...pod, restartPolicy: 'Never' } },
})

export type Outcome =
  { readonly state: 'succeeded' | 'running' } | { readonly state: 'failed'; readonly message: string }

/** How a Job has ended, or that it has not yet; a failure with where to look. */
export const jobOutcome = (job: Readable): Outcome => {
  const failed = conditionOf(job, 'Failed')
  if (textAt(failed, 'status') === 'True') return { state: 'failed', message: failure(job, failed) }
  return textAt(conditionOf(job, 'Complete'), 'status') === 'True' ? { state: 'succeeded' } : { state: 'running' }
}

const failure = (job: Readable, condition: Readable | undefined): string => {
  const [namespace, name] = ['namespace', 'name'].map(field => textAt(job, 'metadata', field) ?? '')
  const why = textAt(condition, 'message') ?? textAt(condition, 'reason') ?? 'it ended with an error'
  return `failed: ${why}. See: kubectl logs -n ${namespace} job/${name}. To try again: kubectl delete -n ${namespace} job/${name}`
}

/** A Job, when it has ended well. */
export const whenComplete: ReadinessCheck = job =>
  jobOutcome(job).state === 'succeeded' ? { ready: true } : { ready: false, message: 'running' }
