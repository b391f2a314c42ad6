import { NetworkPolicy } from '../../../generated/networking.k8s.io/network-policy.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import type { Environment } from '../environment.ts'
import { placed } from '../placed.ts'
import { sameNamespace } from '../../network-peers.ts'

/** Lets the pods of the environment talk to each other, in whichever direction is closed. */
export const allowEnvironment = (environment: Environment): Entry => {
  const { isolation, egress } = environment.network
  if (isolation === 'Strict') return absent('isolation is Strict')
  const [inwards, outwards] = [isolation === 'Namespace', egress === 'Restricted']
  if (!inwards && !outwards) return absent('the environment is open')
  return placed(environment, 'allow-environment', NetworkPolicy, {
    spec: {
      podSelector: {},
      policyTypes: [...(inwards ? (['Ingress'] as const) : []), ...(outwards ? (['Egress'] as const) : [])],
      ...(inwards && { ingress: [{ from: [sameNamespace] }] }),
      ...(outwards && { egress: [{ to: [sameNamespace] }] }),
    },
  })
}
