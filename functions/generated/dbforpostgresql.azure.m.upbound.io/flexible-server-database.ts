// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type FlexibleServerDatabase = {
  readonly apiVersion: 'dbforpostgresql.azure.m.upbound.io/v1beta1'
  readonly kind: 'FlexibleServerDatabase'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly charset?: string
      readonly collation?: string
      readonly serverId?: string
      readonly serverIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly serverIdSelector?: {
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
      readonly charset?: string
      readonly collation?: string
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

export const FlexibleServerDatabase = kindOf<FlexibleServerDatabase>('dbforpostgresql.azure.m.upbound.io/v1beta1', 'FlexibleServerDatabase')
