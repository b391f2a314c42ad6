import type { NetworkPeer } from '../../../runtime/core-kinds.ts'

/** All pods of a namespace. The API server sets this label itself and nobody can give it to another namespace. */
export const namespaceNamed = (name: string): NetworkPeer => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
})

/** All pods of the policy's own namespace. */
export const sameNamespace: NetworkPeer = { podSelector: {} }
