// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type ScheduledBackup = {
  readonly apiVersion: 'postgresql.cnpg.io/v1'
  readonly kind: 'ScheduledBackup'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly backupOwnerReference?: 'none' | 'self' | 'cluster'
    readonly cluster: {
      readonly name: string
    }
    readonly immediate?: boolean
    readonly method?: 'barmanObjectStore' | 'volumeSnapshot' | 'plugin'
    readonly online?: boolean
    readonly onlineConfiguration?: {
      readonly immediateCheckpoint?: boolean
      readonly waitForArchive?: boolean
    }
    readonly pluginConfiguration?: {
      readonly name: string
      readonly parameters?: { readonly [key: string]: string }
    }
    readonly schedule: string
    readonly suspend?: boolean
    readonly target?: 'primary' | 'prefer-standby'
  }
}

export const ScheduledBackup = kindOf<ScheduledBackup>('postgresql.cnpg.io/v1', 'ScheduledBackup')
