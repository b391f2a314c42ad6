// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type Database = {
  readonly apiVersion: 'sql.gcp.m.upbound.io/v1beta1'
  readonly kind: 'Database'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly charset?: string
      readonly collation?: string
      readonly deletionPolicy?: string
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
      readonly project?: string
    }
    readonly initProvider?: {
      readonly charset?: string
      readonly collation?: string
      readonly deletionPolicy?: string
      readonly project?: string
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

export const Database = kindOf<Database>('sql.gcp.m.upbound.io/v1beta1', 'Database')
