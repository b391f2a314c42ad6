// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type Database = {
  readonly apiVersion: 'postgresql.sql.m.crossplane.io/v1alpha1'
  readonly kind: 'Database'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly allowConnections?: boolean
      readonly connectionLimit?: number
      readonly encoding?: string
      readonly isTemplate?: boolean
      readonly lcCType?: string
      readonly lcCollate?: string
      readonly owner?: string
      readonly ownerRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly ownerSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly strategy?: 'WAL_LOG' | 'FILE_COPY'
      readonly tablespace?: string
      readonly template?: string
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

export const Database = kindOf<Database>('postgresql.sql.m.crossplane.io/v1alpha1', 'Database')
