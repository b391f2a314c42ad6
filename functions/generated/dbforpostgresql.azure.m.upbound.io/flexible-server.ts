// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type FlexibleServer = {
  readonly apiVersion: 'dbforpostgresql.azure.m.upbound.io/v1beta1'
  readonly kind: 'FlexibleServer'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly administratorLogin?: string
      readonly administratorPasswordSecretRef?: {
        readonly key: string
        readonly name: string
      }
      readonly administratorPasswordWo?: string
      readonly administratorPasswordWoVersion?: number
      readonly authentication?: {
        readonly activeDirectoryAuthEnabled?: boolean
        readonly passwordAuthEnabled?: boolean
        readonly tenantId?: string
      }
      readonly autoGeneratePassword?: boolean
      readonly autoGrowEnabled?: boolean
      readonly backupRetentionDays?: number
      readonly cluster?: {
        readonly defaultDatabaseName?: string
        readonly size?: number
      }
      readonly createMode?: string
      readonly customerManagedKey?: {
        readonly geoBackupKeyVaultKeyId?: string
        readonly geoBackupUserAssignedIdentityId?: string
        readonly keyVaultKeyId?: string
        readonly primaryUserAssignedIdentityId?: string
      }
      readonly delegatedSubnetId?: string
      readonly delegatedSubnetIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly delegatedSubnetIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly geoRedundantBackupEnabled?: boolean
      readonly highAvailability?: {
        readonly mode?: string
        readonly standbyAvailabilityZone?: string
      }
      readonly identity?: {
        readonly identityIds?: readonly string[]
        readonly type?: string
      }
      readonly location?: string
      readonly maintenanceWindow?: {
        readonly dayOfWeek?: number
        readonly startHour?: number
        readonly startMinute?: number
      }
      readonly pointInTimeRestoreTimeInUtc?: string
      readonly privateDnsZoneId?: string
      readonly privateDnsZoneIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly privateDnsZoneIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly publicNetworkAccessEnabled?: boolean
      readonly replicationRole?: string
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
      readonly skuName?: string
      readonly sourceServerId?: string
      readonly sourceServerIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly sourceServerIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly storageMb?: number
      readonly storageTier?: string
      readonly tags?: { readonly [key: string]: string }
      readonly version?: string
      readonly zone?: string
    }
    readonly initProvider?: {
      readonly administratorLogin?: string
      readonly administratorPasswordSecretRef?: {
        readonly key: string
        readonly name: string
      }
      readonly administratorPasswordWo?: string
      readonly administratorPasswordWoVersion?: number
      readonly authentication?: {
        readonly activeDirectoryAuthEnabled?: boolean
        readonly passwordAuthEnabled?: boolean
        readonly tenantId?: string
      }
      readonly autoGrowEnabled?: boolean
      readonly backupRetentionDays?: number
      readonly cluster?: {
        readonly defaultDatabaseName?: string
        readonly size?: number
      }
      readonly createMode?: string
      readonly customerManagedKey?: {
        readonly geoBackupKeyVaultKeyId?: string
        readonly geoBackupUserAssignedIdentityId?: string
        readonly keyVaultKeyId?: string
        readonly primaryUserAssignedIdentityId?: string
      }
      readonly delegatedSubnetId?: string
      readonly delegatedSubnetIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly delegatedSubnetIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly geoRedundantBackupEnabled?: boolean
      readonly highAvailability?: {
        readonly mode?: string
        readonly standbyAvailabilityZone?: string
      }
      readonly identity?: {
        readonly identityIds?: readonly string[]
        readonly type?: string
      }
      readonly location?: string
      readonly maintenanceWindow?: {
        readonly dayOfWeek?: number
        readonly startHour?: number
        readonly startMinute?: number
      }
      readonly pointInTimeRestoreTimeInUtc?: string
      readonly privateDnsZoneId?: string
      readonly privateDnsZoneIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly privateDnsZoneIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly publicNetworkAccessEnabled?: boolean
      readonly replicationRole?: string
      readonly skuName?: string
      readonly sourceServerId?: string
      readonly sourceServerIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly sourceServerIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly storageMb?: number
      readonly storageTier?: string
      readonly tags?: { readonly [key: string]: string }
      readonly version?: string
      readonly zone?: string
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

export const FlexibleServer = kindOf<FlexibleServer>('dbforpostgresql.azure.m.upbound.io/v1beta1', 'FlexibleServer')
