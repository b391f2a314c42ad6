import { NetworkPolicy } from '../../../generated/networking.k8s.io/network-policy.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import type { Environment } from '../environment.ts'
import { placed } from '../placed.ts'
import { nameResolution } from '../../network-peers.ts'

/** Opens name resolution to all pods of the environment. */
export const allowDns = (environment: Environment): Entry =>
  environment.network.egress === 'Open'
    ? absent('all egress is open')
    : placed(environment, 'allow-dns', NetworkPolicy, {
        spec: {
          podSelector: {},
          policyTypes: ['Egress'],
          egress: [nameResolution],
        },
      })
