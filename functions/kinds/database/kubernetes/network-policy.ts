import { NetworkPolicy } from '../../../generated/networking.k8s.io/network-policy.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { object } from '../../composed.ts'
import { namespaceCalled, sameNamespace, type NetworkPeer } from '../../network-peers.ts'
import type { KubernetesDatabase } from './database.ts'

/** Postgres, and the port on which CloudNativePG's operator asks an instance how it is. */
const postgres = { protocol: 'TCP', port: 5432 } as const
const status = { protocol: 'TCP', port: 8000 } as const

/** Closes the database to all but its services, its ranges, its own instances and its operator. */
export const networkPolicy = (db: KubernetesDatabase): Emit => {
  const { claim, kubernetes } = db
  const instances = { matchLabels: { 'cnpg.io/cluster': kubernetes.clusterName } }
  return object(claim, 'network-policy', NetworkPolicy, {
    spec: {
      podSelector: instances,
      policyTypes: ['Ingress'],
      ingress: [
        { from: [...services(db), ...ranges(db)], ports: [postgres] },
        { from: [{ podSelector: instances }], ports: [postgres, status] },
        { from: [{ namespaceSelector: namespaceCalled(kubernetes.operatorNamespace) }], ports: [postgres, status] },
      ],
    },
  })
}

const services = ({ network }: KubernetesDatabase): readonly NetworkPeer[] =>
  network.services.length === 0
    ? [sameNamespace]
    : network.services.map(service => ({
        namespaceSelector: namespaceCalled(service.namespace),
        podSelector: { matchLabels: { 'app.kubernetes.io/instance': service.name } },
      }))

const ranges = ({ network }: KubernetesDatabase): readonly NetworkPeer[] =>
  network.cidrs.map(({ cidr }) => ({ ipBlock: { cidr } }))
