// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type Database = {
  readonly apiVersion: 'postgresql.cnpg.io/v1'
  readonly kind: 'Database'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly allowConnections?: boolean
    readonly builtinLocale?: string
    readonly cluster: {
      readonly name?: string
    }
    readonly collationVersion?: string
    readonly connectionLimit?: number
    readonly databaseReclaimPolicy?: 'delete' | 'retain'
    readonly encoding?: string
    readonly ensure?: 'present' | 'absent'
    readonly extensions?: readonly ({
      readonly ensure?: 'present' | 'absent'
      readonly name: string
      readonly schema?: string
      readonly version?: string
    })[]
    readonly fdws?: readonly ({
      readonly ensure?: 'present' | 'absent'
      readonly handler?: string
      readonly name: string
      readonly options?: readonly ({
        readonly ensure?: 'present' | 'absent'
        readonly name: string
        readonly value: string
      })[]
      readonly owner?: string
      readonly usage?: readonly ({
        readonly name: string
        readonly type?: 'grant' | 'revoke'
      })[]
      readonly validator?: string
    })[]
    readonly icuLocale?: string
    readonly icuRules?: string
    readonly isTemplate?: boolean
    readonly locale?: string
    readonly localeCType?: string
    readonly localeCollate?: string
    readonly localeProvider?: string
    readonly name: string
    readonly owner: string
    readonly schemas?: readonly ({
      readonly ensure?: 'present' | 'absent'
      readonly name: string
      readonly owner?: string
    })[]
    readonly servers?: readonly ({
      readonly ensure?: 'present' | 'absent'
      readonly fdw: string
      readonly name: string
      readonly options?: readonly ({
        readonly ensure?: 'present' | 'absent'
        readonly name: string
        readonly value: string
      })[]
      readonly usage?: readonly ({
        readonly name: string
        readonly type?: 'grant' | 'revoke'
      })[]
    })[]
    readonly tablespace?: string
    readonly template?: string
  }
}

export const Database = kindOf<Database>('postgresql.cnpg.io/v1', 'Database')
