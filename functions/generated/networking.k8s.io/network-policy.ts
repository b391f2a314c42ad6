// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type NetworkPolicy = {
  readonly apiVersion: 'networking.k8s.io/v1'
  readonly kind: 'NetworkPolicy'
  readonly metadata: ObjectMeta
  readonly spec?: {
    readonly egress?: readonly ({
      readonly ports?: readonly ({
        readonly endPort?: number
        readonly port?: number | string
        readonly protocol?: 'TCP' | 'UDP' | 'SCTP'
      })[]
      readonly to?: readonly ({
        readonly ipBlock?: {
          readonly cidr: string
          readonly except?: readonly string[]
        }
        readonly namespaceSelector?: {
          readonly matchExpressions?: readonly ({
            readonly key: string
            readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
            readonly values?: readonly string[]
          })[]
          readonly matchLabels?: { readonly [key: string]: string }
        }
        readonly podSelector?: {
          readonly matchExpressions?: readonly ({
            readonly key: string
            readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
            readonly values?: readonly string[]
          })[]
          readonly matchLabels?: { readonly [key: string]: string }
        }
      })[]
    })[]
    readonly ingress?: readonly ({
      readonly from?: readonly ({
        readonly ipBlock?: {
          readonly cidr: string
          readonly except?: readonly string[]
        }
        readonly namespaceSelector?: {
          readonly matchExpressions?: readonly ({
            readonly key: string
            readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
            readonly values?: readonly string[]
          })[]
          readonly matchLabels?: { readonly [key: string]: string }
        }
        readonly podSelector?: {
          readonly matchExpressions?: readonly ({
            readonly key: string
            readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
            readonly values?: readonly string[]
          })[]
          readonly matchLabels?: { readonly [key: string]: string }
        }
      })[]
      readonly ports?: readonly ({
        readonly endPort?: number
        readonly port?: number | string
        readonly protocol?: 'TCP' | 'UDP' | 'SCTP'
      })[]
    })[]
    readonly podSelector?: {
      readonly matchExpressions?: readonly ({
        readonly key: string
        readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
        readonly values?: readonly string[]
      })[]
      readonly matchLabels?: { readonly [key: string]: string }
    }
    readonly policyTypes?: readonly ('Ingress' | 'Egress')[]
  }
}

export const NetworkPolicy = kindOf<NetworkPolicy>('networking.k8s.io/v1', 'NetworkPolicy')
