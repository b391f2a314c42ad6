// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type ProviderConfig = {
  readonly apiVersion: 'postgresql.sql.m.crossplane.io/v1alpha1'
  readonly kind: 'ProviderConfig'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly credentials: {
      readonly connectionSecretRef?: {
        readonly name: string
      }
      readonly secretKeyMapping?: {
        readonly endpoint?: string
        readonly password?: string
        readonly port?: string
        readonly username?: string
      }
      readonly source: 'PostgreSQLConnectionSecret'
    }
    readonly defaultDatabase?: string
    readonly sslMode?: 'disable' | 'require' | 'verify-ca' | 'verify-full'
  }
}

export const ProviderConfig = kindOf<ProviderConfig>('postgresql.sql.m.crossplane.io/v1alpha1', 'ProviderConfig')
