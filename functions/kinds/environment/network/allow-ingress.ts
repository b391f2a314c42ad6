import { NetworkPolicy } from '../../../generated/networking.k8s.io/network-policy.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import type { Environment } from '../environment.ts'
import { placed } from '../placed.ts'
import { namespaceNamed } from '../../network-peers.ts'

/** Lets the cluster's ingress controller in, where the platform says which it is. */
export const allowIngress = (environment: Environment): Entry => {
  const { isolation, ingressNamespace } = environment.network
  if (isolation !== 'Namespace') return absent(`isolation is ${isolation}`)
  if (ingressNamespace === undefined) return absent('the platform names no ingress controller')
  return placed(environment, 'allow-ingress', NetworkPolicy, {
    spec: {
      podSelector: {},
      policyTypes: ['Ingress'],
      ingress: [{ from: [namespaceNamed(ingressNamespace)] }],
    },
  })
}
