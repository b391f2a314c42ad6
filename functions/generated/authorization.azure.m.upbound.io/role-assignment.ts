// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type RoleAssignment = {
  readonly apiVersion: 'authorization.azure.m.upbound.io/v1beta1'
  readonly kind: 'RoleAssignment'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly condition?: string
      readonly conditionVersion?: string
      readonly delegatedManagedIdentityResourceId?: string
      readonly description?: string
      readonly name?: string
      readonly principalId?: string
      readonly principalType?: string
      readonly roleDefinitionId?: string
      readonly roleDefinitionIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly roleDefinitionIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly roleDefinitionName?: string
      readonly scope?: string
      readonly skipServicePrincipalAadCheck?: boolean
    }
    readonly initProvider?: {
      readonly condition?: string
      readonly conditionVersion?: string
      readonly delegatedManagedIdentityResourceId?: string
      readonly description?: string
      readonly name?: string
      readonly principalId?: string
      readonly principalType?: string
      readonly roleDefinitionId?: string
      readonly roleDefinitionIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly roleDefinitionIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly roleDefinitionName?: string
      readonly scope?: string
      readonly skipServicePrincipalAadCheck?: boolean
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

export const RoleAssignment = kindOf<RoleAssignment>('authorization.azure.m.upbound.io/v1beta1', 'RoleAssignment')
