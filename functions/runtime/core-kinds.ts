import { kindOf, type ObjectMeta } from './resource-kind.ts'

/** Kinds of Kubernetes itself that we compose: only the fields that we set. */
export type Secret = {
  readonly apiVersion: 'v1'
  readonly kind: 'Secret'
  readonly metadata: ObjectMeta
  readonly type: string
  /** Values in base64. */
  readonly data: { readonly [key: string]: string }
}

export const Secret = kindOf<Secret>('v1', 'Secret')

type Peer = {
  readonly podSelector?: LabelSelector
  readonly namespaceSelector?: LabelSelector
  readonly ipBlock?: { readonly cidr: string }
}

type LabelSelector = { readonly matchLabels?: { readonly [key: string]: string } }

export type NetworkPolicy = {
  readonly apiVersion: 'networking.k8s.io/v1'
  readonly kind: 'NetworkPolicy'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly podSelector: LabelSelector
    readonly policyTypes: readonly ('Ingress' | 'Egress')[]
    readonly ingress: readonly {
      readonly from: readonly Peer[]
      readonly ports: readonly { readonly protocol: 'TCP'; readonly port: number }[]
    }[]
  }
}

export const NetworkPolicy = kindOf<NetworkPolicy>('networking.k8s.io/v1', 'NetworkPolicy')
