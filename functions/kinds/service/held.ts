import { missing } from './binding.ts'
import { identityMissing } from './identity/index.ts'
import { pendingJob, type Progress } from './jobs.ts'
import type { Service } from './service.ts'

/** Why pods of the version that is asked for are not started yet. */
export interface Held {
  readonly reason: 'WaitingForBinding' | 'WaitingForIdentity' | 'JobRunning' | 'JobFailed' | 'WaitingForInstrumentation'
  readonly on: string
  readonly why: string
}

/**
 * What the service waits for: first all of its bindings and its identity, then its jobs, which need them too, and what its pods are
 * instrumented by. `undefined`: nothing.
 */
export const held = (service: Service): Held | undefined =>
  beforeJobs(service) ?? jobHeld(service) ?? instrumentationHeld(service)

/** What jobs wait for as well. */
export const beforeJobs = (service: Service): Held | undefined => bindingHeld(service) ?? identityHeld(service)

const identityHeld = (service: Service): Held | undefined => {
  const why = identityMissing(service)
  return why === undefined ? undefined : { reason: 'WaitingForIdentity', on: 'its identity', why }
}

const bindingHeld = ({ bindings, observed }: Service): Held | undefined => {
  for (const binding of bindings) {
    const why = missing(binding, observed)
    if (why !== undefined) return { reason: 'WaitingForBinding', on: `the binding ${binding.name}`, why }
  }
  return undefined
}

const jobHeld = (service: Service): Held | undefined => {
  const pending = pendingJob(service)
  if (!pending) return undefined
  const on = pending.key
  return { reason: pending.progress.state === 'failed' ? 'JobFailed' : 'JobRunning', on, why: whyOf(pending.progress) }
}

/** A pod is instrumented when it starts, or never. */
const instrumentationHeld = ({ watch, observed }: Service): Held | undefined =>
  watch.traces?.mode === 'Auto' && !observed.composed('instrumentation')
    ? { reason: 'WaitingForInstrumentation', on: 'instrumentation', why: 'the Instrumentation is not there yet' }
    : undefined

const whyOf = (progress: Progress): string => (progress.state === 'failed' ? progress.message : 'it has not ended yet')
