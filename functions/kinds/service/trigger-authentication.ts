import { TriggerAuthentication } from '../../generated/keda.sh/trigger-authentication.ts'
import { absent, type Entry } from '../../runtime/plan.ts'
import { object } from '../composed.ts'
import type { CountedQueue } from './counted-queue.ts'
import type { Service } from './service.ts'

export const authenticationKey = ({ metric }: CountedQueue): `trigger-authentication-${string}` =>
  `trigger-authentication-${metric}`

/** As whom KEDA asks how long a queue is. */
export const triggerAuthentication = ({ claim, suspended }: Service, queue: CountedQueue): Entry =>
  suspended
    ? absent('the service is suspended')
    : object(claim, authenticationKey(queue), TriggerAuthentication, { spec: credentialsFor(queue) })

/**
 * On a cloud it is whoever its own pods are there, without a key. In this cluster it is told by a Secret, which it looks for in the namespace of
 * the TriggerAuthentication and nowhere else.
 */
const credentialsFor = ({ place }: CountedQueue): TriggerAuthentication['spec'] => {
  switch (place.provider) {
    case 'AWS':
      return { podIdentity: { provider: 'aws' } }
    case 'GCP':
      return { podIdentity: { provider: 'gcp' } }
    case 'Azure':
      return { podIdentity: { provider: 'azure-workload' } }
    case 'Kubernetes':
      return { secretTargetRef: [{ parameter: 'host', name: place.secretName, key: place.secretKey }] }
  }
}
