import { NetworkPolicy } from '../../../generated/networking.k8s.io/network-policy.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import type { Environment } from '../environment.ts'
import { placed } from '../placed.ts'
import { namespaceNamed } from '../../network-peers.ts'

/** Lets traces and metrics out to where the platform collects them: what can't be watched can't be run. */
export const allowCollector = (environment: Environment): Entry => {
  const { egress, collectorNamespace } = environment.network
  if (egress === 'Open') return absent('all egress is open')
  if (collectorNamespace === undefined) return absent('the platform names no namespace of a collector')
  return placed(environment, 'allow-collector', NetworkPolicy, {
    spec: {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [{ to: [namespaceNamed(collectorNamespace)] }],
    },
  })
}
