// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type ServiceAccount = {
  readonly apiVersion: 'cloudplatform.gcp.m.upbound.io/v1beta1'
  readonly kind: 'ServiceAccount'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly createIgnoreAlreadyExists?: boolean
      readonly description?: string
      readonly disabled?: boolean
      readonly displayName?: string
      readonly project?: string
      readonly projectRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly projectSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
    }
    readonly initProvider?: {
      readonly createIgnoreAlreadyExists?: boolean
      readonly description?: string
      readonly disabled?: boolean
      readonly displayName?: string
      readonly project?: string
      readonly projectRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly projectSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
    }
    readonly managementPolicies?: readonly ('Observe' | 'Create' | 'Update' | 'Delete' | 'LateInitialize' | '*')[]
    readonly providerConfigRef?: {
      readonly kind: string
      readonly name: string
    }
    readonly writeConnectionSecretToRef?: {
      readonly name: string
    }
  }
}

export const ServiceAccount = kindOf<ServiceAccount>('cloudplatform.gcp.m.upbound.io/v1beta1', 'ServiceAccount')
