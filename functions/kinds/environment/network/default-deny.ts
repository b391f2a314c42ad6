import { NetworkPolicy } from '../../../generated/networking.k8s.io/network-policy.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import type { Environment } from '../environment.ts'
import { placed } from '../placed.ts'

/** Closes every pod, so that the other policies are all that is open. */
export const defaultDeny = (environment: Environment): Entry => {
  const { isolation, egress } = environment.network
  const policyTypes = [
    ...(isolation === 'Open' ? [] : (['Ingress'] as const)),
    ...(egress === 'Open' ? [] : (['Egress'] as const)),
  ]
  return policyTypes.length === 0
    ? absent('the environment is open')
    : placed(environment, 'default-deny', NetworkPolicy, { spec: { podSelector: {}, policyTypes } })
}
