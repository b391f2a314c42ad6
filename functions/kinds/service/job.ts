import { Job } from '../../generated/batch/job.ts'
import { absent, waiting, type Entry } from '../../runtime/plan.ts'
import { object } from '../composed.ts'
import { pullPolicy, type PodSpec } from '../pod/container.ts'
import { jobSpec, whenComplete } from '../pod/job.ts'
import { containerResources } from '../pod/resources.ts'
import { beforeJobs } from './held.ts'
import { jobKey, pendingJob, progressOf } from './jobs.ts'
import { jobEnv } from './pod/env.ts'
import { ownSecurity } from './pod/security.ts'
import { basicsOf } from './pod/template.ts'
import { podVolumes, serviceMounts } from './pod/volumes.ts'
import { podLabels } from './selector.ts'
import type { RolloutJob, Service } from './service.ts'

/** Runs once before pods of a new version start, with what they will have: the same variables, files and bindings. */
export const job = (service: Service, wanted: RolloutJob): Entry => {
  const { claim, observed } = service
  const key = jobKey(wanted)
  const exists = observed.composed(key) !== undefined
  if (!exists) {
    if (progressOf(key, observed).state === 'succeeded') return absent('it has run')
    const reason = beforeJobs(service)
    if (reason) return waiting(reason.on, reason.why)
    const pending = pendingJob(service)
    if (pending && pending.key !== key) return waiting(pending.key, 'one job runs after the other')
  }
  return object(
    claim,
    key,
    Job,
    {
      spec: jobSpec({
        timeoutSeconds: wanted.timeoutSeconds,
        labels: podLabels(service, key),
        pod: podSpec(service, wanted),
      }),
    },
    // What a Job runs can't change: one that is there stays as it was made.
    { readiness: whenComplete, protection: { frozen: true } },
  )
}

const podSpec = (service: Service, { image, command, args }: RolloutJob): PodSpec => ({
  ...basicsOf(service),
  containers: [
    {
      name: 'job',
      image,
      imagePullPolicy: pullPolicy(image),
      command: [...command],
      ...(args.length > 0 && { args: [...args] }),
      env: jobEnv(service),
      resources: containerResources(service.resources),
      securityContext: ownSecurity(service, image),
      volumeMounts: serviceMounts(service).filter(withoutData),
    },
  ],
  volumes: podVolumes(service).filter(withoutData),
})

/** A volume that belongs to one pod can't be a job's as well. */
const withoutData = ({ name }: { readonly name: string }): boolean => !name.startsWith('volume-')
