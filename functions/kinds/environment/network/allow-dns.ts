import { NetworkPolicy } from '../../../generated/networking.k8s.io/network-policy.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import type { Environment } from '../environment.ts'
import { placed } from '../placed.ts'
import { namespaceNamed } from '../../network-peers.ts'

/** Without names nothing can be reached. The cluster's resolver is in kube-system. */
export const allowDns = (environment: Environment): Entry =>
  environment.network.egress === 'Open'
    ? absent('all egress is open')
    : placed(environment, 'allow-dns', NetworkPolicy, {
        spec: {
          podSelector: {},
          policyTypes: ['Egress'],
          egress: [
            {
              to: [namespaceNamed('kube-system')],
              ports: [
                { protocol: 'UDP', port: 53 },
                { protocol: 'TCP', port: 53 },
              ],
            },
          ],
        },
      })
