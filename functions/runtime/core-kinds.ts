import { kindOf, type ClusterObjectMeta, type ObjectMeta } from './resource-kind.ts'

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

export type Namespace = {
  readonly apiVersion: 'v1'
  readonly kind: 'Namespace'
  readonly metadata: ClusterObjectMeta
}

export const Namespace = kindOf<Namespace>('v1', 'Namespace')

export type ServiceAccount = {
  readonly apiVersion: 'v1'
  readonly kind: 'ServiceAccount'
  readonly metadata: ObjectMeta
  readonly automountServiceAccountToken: boolean
}

export const ServiceAccount = kindOf<ServiceAccount>('v1', 'ServiceAccount')

/** Quantities, by the resource's name. */
type Amounts = { readonly [resource: string]: string }

export type ResourceQuota = {
  readonly apiVersion: 'v1'
  readonly kind: 'ResourceQuota'
  readonly metadata: ObjectMeta
  readonly spec: { readonly hard: Amounts }
}

export const ResourceQuota = kindOf<ResourceQuota>('v1', 'ResourceQuota')

export type LimitRange = {
  readonly apiVersion: 'v1'
  readonly kind: 'LimitRange'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly limits: readonly {
      readonly type: 'Container'
      readonly defaultRequest: Amounts
      readonly default?: Amounts
      readonly max?: Amounts
    }[]
  }
}

export const LimitRange = kindOf<LimitRange>('v1', 'LimitRange')

export type RoleBinding = {
  readonly apiVersion: 'rbac.authorization.k8s.io/v1'
  readonly kind: 'RoleBinding'
  readonly metadata: ObjectMeta
  readonly roleRef: { readonly apiGroup: string; readonly kind: 'ClusterRole'; readonly name: string }
  readonly subjects: readonly {
    readonly kind: 'Group' | 'User' | 'ServiceAccount'
    readonly name: string
    readonly apiGroup?: string
    readonly namespace?: string
  }[]
}

export const RoleBinding = kindOf<RoleBinding>('rbac.authorization.k8s.io/v1', 'RoleBinding')

export type NetworkPeer = {
  readonly podSelector?: LabelSelector
  readonly namespaceSelector?: LabelSelector
  readonly ipBlock?: { readonly cidr: string }
}

type LabelSelector = {
  readonly matchLabels?: { readonly [key: string]: string }
  readonly matchExpressions?: readonly { readonly key: string; readonly operator: 'Exists' }[]
}

type NetworkPort = { readonly protocol: 'TCP' | 'UDP'; readonly port: number }

/** Who may connect, and to which ports; no ports are all of them. */
export type IngressRule = { readonly from: readonly NetworkPeer[]; readonly ports?: readonly NetworkPort[] }
export type EgressRule = { readonly to: readonly NetworkPeer[]; readonly ports?: readonly NetworkPort[] }

export type NetworkPolicy = {
  readonly apiVersion: 'networking.k8s.io/v1'
  readonly kind: 'NetworkPolicy'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly podSelector: LabelSelector
    readonly policyTypes: readonly ('Ingress' | 'Egress')[]
    readonly ingress?: readonly IngressRule[]
    readonly egress?: readonly EgressRule[]
  }
}

export const NetworkPolicy = kindOf<NetworkPolicy>('networking.k8s.io/v1', 'NetworkPolicy')
