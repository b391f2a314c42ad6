// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type UserAssignedIdentity = {
  readonly apiVersion: 'managedidentity.azure.m.upbound.io/v1beta1'
  readonly kind: 'UserAssignedIdentity'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly isolationScope?: string
      readonly location?: string
      readonly name?: string
      readonly resourceGroupName?: string
      readonly resourceGroupNameRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly resourceGroupNameSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly tags?: { readonly [key: string]: string }
    }
    readonly initProvider?: {
      readonly isolationScope?: string
      readonly location?: string
      readonly name?: string
      readonly resourceGroupName?: string
      readonly resourceGroupNameRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly resourceGroupNameSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly tags?: { readonly [key: string]: string }
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

export const UserAssignedIdentity = kindOf<UserAssignedIdentity>('managedidentity.azure.m.upbound.io/v1beta1', 'UserAssignedIdentity')
