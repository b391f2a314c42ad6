import type { NetworkPolicy } from '../generated/networking.k8s.io/network-policy.ts'

type Rules = NonNullable<NetworkPolicy['spec']>
export type IngressRule = NonNullable<Rules['ingress']>[number]
export type EgressRule = NonNullable<Rules['egress']>[number]

/** Who may connect, or be connected to. */
export type NetworkPeer = NonNullable<IngressRule['from']>[number]

/** Selects a namespace by name. The API server sets this label itself and nobody can give it to another namespace. */
export const namespaceCalled = (name: string) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } })

/** All pods of a namespace. */
export const namespaceNamed = (name: string): NetworkPeer => ({ namespaceSelector: namespaceCalled(name) })

/** All pods of the policy's own namespace. */
export const sameNamespace: NetworkPeer = { podSelector: {} }

/** Name resolution: without names nothing can be reached. The cluster's resolver is in kube-system. */
export const nameResolution: EgressRule = {
  to: [namespaceNamed('kube-system')],
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
}
