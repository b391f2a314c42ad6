// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ClusterObjectMeta } from '../../runtime/resource-kind.ts'

export type ClusterUsage = {
  readonly apiVersion: 'protection.crossplane.io/v1beta1'
  readonly kind: 'ClusterUsage'
  readonly metadata: ClusterObjectMeta
  readonly spec: {
    readonly by?: {
      readonly apiVersion?: string
      readonly kind?: string
      readonly resourceRef?: {
        readonly name: string
      }
      readonly resourceSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
      }
    }
    readonly of: {
      readonly apiVersion?: string
      readonly kind?: string
      readonly resourceRef?: {
        readonly name: string
      }
      readonly resourceSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
      }
    }
    readonly reason?: string
    readonly replayDeletion?: boolean
  }
}

export const ClusterUsage = kindOf<ClusterUsage>('protection.crossplane.io/v1beta1', 'ClusterUsage')
