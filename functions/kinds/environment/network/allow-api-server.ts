import { NetworkPolicy } from '../../../generated/networking.k8s.io/network-policy.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import type { Environment } from '../environment.ts'
import { placed } from '../placed.ts'

/**
 * CloudNativePG's instances ask the API server who leads, and stop without it. Whoever gives a pod the same label gets no further
 * than to a server that asks everybody who they are.
 */
export const allowApiServer = (environment: Environment): Entry => {
  const { egress, apiServerCidrs } = environment.network
  if (egress === 'Open') return absent('all egress is open')
  if (apiServerCidrs.length === 0) return absent('the platform does not say where the API server is')
  return placed(environment, 'allow-api-server', NetworkPolicy, {
    spec: {
      podSelector: { matchExpressions: [{ key: 'cnpg.io/cluster', operator: 'Exists' }] },
      policyTypes: ['Egress'],
      egress: [{ to: apiServerCidrs.map(cidr => ({ ipBlock: { cidr } })) }],
    },
  })
}
