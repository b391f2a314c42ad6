// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type Role = {
  readonly apiVersion: 'iam.aws.m.upbound.io/v1beta1'
  readonly kind: 'Role'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly assumeRolePolicy?: string
      readonly description?: string
      readonly forceDetachPolicies?: boolean
      readonly inlinePolicy?: readonly {
        readonly name?: string
        readonly policy?: string
      }[]
      readonly managedPolicyArns?: readonly string[]
      readonly managedPolicyArnsRefs?: readonly ({
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      })[]
      readonly managedPolicyArnsSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly maxSessionDuration?: number
      readonly path?: string
      readonly permissionsBoundary?: string
      readonly tags?: { readonly [key: string]: string }
    }
    readonly initProvider?: {
      readonly assumeRolePolicy?: string
      readonly description?: string
      readonly forceDetachPolicies?: boolean
      readonly inlinePolicy?: readonly {
        readonly name?: string
        readonly policy?: string
      }[]
      readonly managedPolicyArns?: readonly string[]
      readonly managedPolicyArnsRefs?: readonly ({
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      })[]
      readonly managedPolicyArnsSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly maxSessionDuration?: number
      readonly path?: string
      readonly permissionsBoundary?: string
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

export const Role = kindOf<Role>('iam.aws.m.upbound.io/v1beta1', 'Role')
