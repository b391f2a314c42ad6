import { ServiceAccount } from '../../generated/core/service-account.ts'
import type { Entry } from '../../runtime/plan.ts'
import { object } from '../composed.ts'
import type { Service } from './service.ts'

/** Who the pods are. They ask nothing of Kubernetes, so no token is mounted that somebody could steal. */
export const serviceAccount = ({ claim }: Service): Entry =>
  object(claim, 'service-account', ServiceAccount, { automountServiceAccountToken: false })
