import { ServiceAccount } from '../../generated/core/service-account.ts'
import type { Entry } from '../../runtime/plan.ts'
import type { Environment } from './environment.ts'
import { placed } from './placed.ts'

/** For pods that ask nothing of Kubernetes: no token is mounted that somebody could steal. */
export const serviceAccount = (environment: Environment): Entry =>
  placed(environment, 'service-account', ServiceAccount, { automountServiceAccountToken: false })
