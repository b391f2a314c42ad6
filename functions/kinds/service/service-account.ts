import { ServiceAccount } from '../../generated/core/service-account.ts'
import type { Entry } from '../../runtime/plan.ts'
import { object } from '../composed.ts'
import { accountAnnotations } from './identity/index.ts'
import type { Service } from './service.ts'

/** Who the pods are. They ask nothing of Kubernetes, so no token is mounted that somebody could steal. */
export const serviceAccount = (service: Service): Entry => {
  const annotations = accountAnnotations(service)
  return object(
    service.claim,
    'service-account',
    ServiceAccount,
    { automountServiceAccountToken: false },
    Object.keys(annotations).length > 0 ? { annotations } : {},
  )
}
