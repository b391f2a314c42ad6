// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type Usage = {
  readonly apiVersion: 'protection.crossplane.io/v1beta1'
  readonly kind: 'Usage'
  readonly metadata: ObjectMeta
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
        readonly namespace?: string
      }
      readonly resourceSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
      }
    }
    readonly reason?: string
    readonly replayDeletion?: boolean
  }
}

export const Usage = kindOf<Usage>('protection.crossplane.io/v1beta1', 'Usage')
