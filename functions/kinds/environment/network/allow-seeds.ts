import { NetworkPolicy } from '../../../generated/networking.k8s.io/network-policy.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import type { Environment } from '../environment.ts'
import { placed } from '../placed.ts'
import { seedLabel } from '../seed/job.ts'

/**
 * Lets seeds out to the databases in the cluster, where nothing else does: an environment that is not strict lets all its pods. Whoever gives a
 * pod the same label gets no further than to databases of this environment, which let its pods in and ask everybody who they are.
 */
export const allowSeeds = (environment: Environment): Entry => {
  const { seeds, network } = environment
  if (seeds.length === 0) return absent('no database has a seed')
  if (network.egress === 'Open') return absent('all egress is open')
  if (network.isolation !== 'Strict') return absent('the environment’s pods reach each other')
  return placed(environment, 'allow-seeds', NetworkPolicy, {
    spec: {
      podSelector: { matchExpressions: [{ key: seedLabel, operator: 'Exists' }] },
      policyTypes: ['Egress'],
      egress: [
        {
          to: [{ podSelector: { matchExpressions: [{ key: 'cnpg.io/cluster', operator: 'Exists' }] } }],
          ports: [{ protocol: 'TCP', port: 5432 }],
        },
      ],
    },
  })
}
