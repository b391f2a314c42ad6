// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type User = {
  readonly apiVersion: 'sql.gcp.m.upbound.io/v1beta1'
  readonly kind: 'User'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly databaseRoles?: readonly string[]
      readonly deletionPolicy?: string
      readonly host?: string
      readonly instance?: string
      readonly instanceRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly instanceSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly passwordPolicy?: {
        readonly allowedFailedAttempts?: number
        readonly enableFailedAttemptsCheck?: boolean
        readonly enablePasswordVerification?: boolean
        readonly passwordExpirationDuration?: string
      }
      readonly passwordSecretRef?: {
        readonly key: string
        readonly name: string
      }
      readonly project?: string
      readonly type?: string
    }
    readonly initProvider?: {
      readonly databaseRoles?: readonly string[]
      readonly deletionPolicy?: string
      readonly host?: string
      readonly instance?: string
      readonly instanceRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly instanceSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly passwordPolicy?: {
        readonly allowedFailedAttempts?: number
        readonly enableFailedAttemptsCheck?: boolean
        readonly enablePasswordVerification?: boolean
        readonly passwordExpirationDuration?: string
      }
      readonly passwordSecretRef?: {
        readonly key: string
        readonly name: string
      }
      readonly project?: string
      readonly type?: string
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

export const User = kindOf<User>('sql.gcp.m.upbound.io/v1beta1', 'User')
