// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type Instance = {
  readonly apiVersion: 'rds.aws.m.upbound.io/v1beta1'
  readonly kind: 'Instance'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly allocatedStorage?: number
      readonly allowMajorVersionUpgrade?: boolean
      readonly applyImmediately?: boolean
      readonly autoGeneratePassword?: boolean
      readonly autoMinorVersionUpgrade?: boolean
      readonly availabilityZone?: string
      readonly backupRetentionPeriod?: number
      readonly backupTarget?: string
      readonly backupWindow?: string
      readonly blueGreenUpdate?: {
        readonly enabled?: boolean
      }
      readonly caCertIdentifier?: string
      readonly characterSetName?: string
      readonly copyTagsToSnapshot?: boolean
      readonly customIamInstanceProfile?: string
      readonly customerOwnedIpEnabled?: boolean
      readonly databaseInsightsMode?: string
      readonly dbName?: string
      readonly dbSubnetGroupName?: string
      readonly dbSubnetGroupNameRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly dbSubnetGroupNameSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly dedicatedLogVolume?: boolean
      readonly deleteAutomatedBackups?: boolean
      readonly deletionProtection?: boolean
      readonly domain?: string
      readonly domainAuthSecretArn?: string
      readonly domainDnsIps?: readonly string[]
      readonly domainFqdn?: string
      readonly domainIamRoleName?: string
      readonly domainOu?: string
      readonly enabledCloudwatchLogsExports?: readonly string[]
      readonly engine?: string
      readonly engineLifecycleSupport?: string
      readonly engineVersion?: string
      readonly finalSnapshotIdentifier?: string
      readonly iamDatabaseAuthenticationEnabled?: boolean
      readonly identifier?: string
      readonly identifierPrefix?: string
      readonly instanceClass?: string
      readonly iops?: number
      readonly kmsKeyId?: string
      readonly kmsKeyIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly kmsKeyIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly licenseModel?: string
      readonly maintenanceWindow?: string
      readonly manageMasterUserPassword?: boolean
      readonly masterUserSecretKmsKeyId?: string
      readonly masterUserSecretKmsKeyIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly masterUserSecretKmsKeyIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly maxAllocatedStorage?: number
      readonly monitoringInterval?: number
      readonly monitoringRoleArn?: string
      readonly monitoringRoleArnRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly monitoringRoleArnSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly multiAz?: boolean
      readonly ncharCharacterSetName?: string
      readonly networkType?: string
      readonly optionGroupName?: string
      readonly parameterGroupName?: string
      readonly parameterGroupNameRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly parameterGroupNameSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly passwordSecretRef?: {
        readonly key: string
        readonly name: string
      }
      readonly passwordWoSecretRef?: {
        readonly key: string
        readonly name: string
      }
      readonly passwordWoVersion?: number
      readonly performanceInsightsEnabled?: boolean
      readonly performanceInsightsKmsKeyId?: string
      readonly performanceInsightsRetentionPeriod?: number
      readonly port?: number
      readonly publiclyAccessible?: boolean
      readonly region: string
      readonly replicaMode?: string
      readonly replicateSourceDb?: string
      readonly replicateSourceDbRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly replicateSourceDbSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly restoreToPointInTime?: {
        readonly restoreTime?: string
        readonly sourceDbInstanceAutomatedBackupsArn?: string
        readonly sourceDbInstanceIdentifier?: string
        readonly sourceDbiResourceId?: string
        readonly useLatestRestorableTime?: boolean
      }
      readonly s3Import?: {
        readonly bucketName?: string
        readonly bucketPrefix?: string
        readonly ingestionRole?: string
        readonly sourceEngine?: string
        readonly sourceEngineVersion?: string
      }
      readonly skipFinalSnapshot?: boolean
      readonly snapshotIdentifier?: string
      readonly storageEncrypted?: boolean
      readonly storageThroughput?: number
      readonly storageType?: string
      readonly tags?: { readonly [key: string]: string }
      readonly timezone?: string
      readonly upgradeStorageConfig?: boolean
      readonly username?: string
      readonly vpcSecurityGroupIdRefs?: readonly ({
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      })[]
      readonly vpcSecurityGroupIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly vpcSecurityGroupIds?: readonly string[]
    }
    readonly initProvider?: {
      readonly allocatedStorage?: number
      readonly allowMajorVersionUpgrade?: boolean
      readonly applyImmediately?: boolean
      readonly autoMinorVersionUpgrade?: boolean
      readonly availabilityZone?: string
      readonly backupRetentionPeriod?: number
      readonly backupTarget?: string
      readonly backupWindow?: string
      readonly blueGreenUpdate?: {
        readonly enabled?: boolean
      }
      readonly caCertIdentifier?: string
      readonly characterSetName?: string
      readonly copyTagsToSnapshot?: boolean
      readonly customIamInstanceProfile?: string
      readonly customerOwnedIpEnabled?: boolean
      readonly databaseInsightsMode?: string
      readonly dbName?: string
      readonly dbSubnetGroupName?: string
      readonly dbSubnetGroupNameRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly dbSubnetGroupNameSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly dedicatedLogVolume?: boolean
      readonly deleteAutomatedBackups?: boolean
      readonly deletionProtection?: boolean
      readonly domain?: string
      readonly domainAuthSecretArn?: string
      readonly domainDnsIps?: readonly string[]
      readonly domainFqdn?: string
      readonly domainIamRoleName?: string
      readonly domainOu?: string
      readonly enabledCloudwatchLogsExports?: readonly string[]
      readonly engine?: string
      readonly engineLifecycleSupport?: string
      readonly engineVersion?: string
      readonly finalSnapshotIdentifier?: string
      readonly iamDatabaseAuthenticationEnabled?: boolean
      readonly identifier?: string
      readonly identifierPrefix?: string
      readonly instanceClass?: string
      readonly iops?: number
      readonly kmsKeyId?: string
      readonly kmsKeyIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly kmsKeyIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly licenseModel?: string
      readonly maintenanceWindow?: string
      readonly manageMasterUserPassword?: boolean
      readonly masterUserSecretKmsKeyId?: string
      readonly masterUserSecretKmsKeyIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly masterUserSecretKmsKeyIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly maxAllocatedStorage?: number
      readonly monitoringInterval?: number
      readonly monitoringRoleArn?: string
      readonly monitoringRoleArnRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly monitoringRoleArnSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly multiAz?: boolean
      readonly ncharCharacterSetName?: string
      readonly networkType?: string
      readonly optionGroupName?: string
      readonly parameterGroupName?: string
      readonly parameterGroupNameRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly parameterGroupNameSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly passwordSecretRef?: {
        readonly key: string
        readonly name: string
      }
      readonly passwordWoSecretRef?: {
        readonly key: string
        readonly name: string
      }
      readonly passwordWoVersion?: number
      readonly performanceInsightsEnabled?: boolean
      readonly performanceInsightsKmsKeyId?: string
      readonly performanceInsightsRetentionPeriod?: number
      readonly port?: number
      readonly publiclyAccessible?: boolean
      readonly replicaMode?: string
      readonly replicateSourceDb?: string
      readonly replicateSourceDbRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly replicateSourceDbSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly restoreToPointInTime?: {
        readonly restoreTime?: string
        readonly sourceDbInstanceAutomatedBackupsArn?: string
        readonly sourceDbInstanceIdentifier?: string
        readonly sourceDbiResourceId?: string
        readonly useLatestRestorableTime?: boolean
      }
      readonly s3Import?: {
        readonly bucketName?: string
        readonly bucketPrefix?: string
        readonly ingestionRole?: string
        readonly sourceEngine?: string
        readonly sourceEngineVersion?: string
      }
      readonly skipFinalSnapshot?: boolean
      readonly snapshotIdentifier?: string
      readonly storageEncrypted?: boolean
      readonly storageThroughput?: number
      readonly storageType?: string
      readonly tags?: { readonly [key: string]: string }
      readonly timezone?: string
      readonly upgradeStorageConfig?: boolean
      readonly username?: string
      readonly vpcSecurityGroupIdRefs?: readonly ({
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      })[]
      readonly vpcSecurityGroupIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly vpcSecurityGroupIds?: readonly string[]
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

export const Instance = kindOf<Instance>('rds.aws.m.upbound.io/v1beta1', 'Instance')
