// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type DatabaseInstance = {
  readonly apiVersion: 'sql.gcp.m.upbound.io/v1beta1'
  readonly kind: 'DatabaseInstance'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly backupdrBackup?: string
      readonly clone?: {
        readonly allocatedIpRange?: string
        readonly databaseNames?: readonly string[]
        readonly pointInTime?: string
        readonly preferredZone?: string
        readonly sourceInstanceDeletionTime?: string
        readonly sourceInstanceName?: string
        readonly sourceProject?: string
      }
      readonly databaseVersion?: string
      readonly deletionProtection?: boolean
      readonly encryptionKeyName?: string
      readonly finalBackupDescription?: string
      readonly maintenanceVersion?: string
      readonly masterInstanceName?: string
      readonly nodeCount?: number
      readonly pointInTimeRestoreContext?: {
        readonly allocatedIpRange?: string
        readonly datasource?: string
        readonly pointInTime?: string
        readonly preferredZone?: string
        readonly region?: string
        readonly targetInstance?: string
      }
      readonly project?: string
      readonly region?: string
      readonly replicaConfiguration?: {
        readonly caCertificate?: string
        readonly cascadableReplica?: boolean
        readonly clientCertificate?: string
        readonly clientKey?: string
        readonly connectRetryInterval?: number
        readonly dumpFilePath?: string
        readonly failoverTarget?: boolean
        readonly masterHeartbeatPeriod?: number
        readonly passwordSecretRef?: {
          readonly key: string
          readonly name: string
        }
        readonly sslCipher?: string
        readonly username?: string
        readonly verifyServerCertificate?: boolean
      }
      readonly replicaNames?: readonly string[]
      readonly replicationCluster?: {
        readonly failoverDrReplicaName?: string
        readonly psaWriteEndpoint?: string
      }
      readonly restoreBackupContext?: {
        readonly backupRunId?: number
        readonly instanceId?: string
        readonly project?: string
      }
      readonly rootPasswordSecretRef?: {
        readonly key: string
        readonly name: string
      }
      readonly settings?: {
        readonly activationPolicy?: string
        readonly activeDirectoryConfig?: {
          readonly adminCredentialSecretName?: string
          readonly dnsServers?: readonly string[]
          readonly domain?: string
          readonly mode?: string
          readonly organizationalUnit?: string
        }
        readonly advancedMachineFeatures?: {
          readonly threadsPerCore?: number
        }
        readonly autoUpgradeEnabled?: boolean
        readonly availabilityType?: string
        readonly backupConfiguration?: {
          readonly backupRetentionSettings?: {
            readonly retainedBackups?: number
            readonly retentionUnit?: string
          }
          readonly binaryLogEnabled?: boolean
          readonly enabled?: boolean
          readonly location?: string
          readonly pointInTimeRecoveryEnabled?: boolean
          readonly startTime?: string
          readonly transactionLogRetentionDays?: number
        }
        readonly collation?: string
        readonly connectionPoolConfig?: readonly {
          readonly connectionPoolingEnabled?: boolean
          readonly flags?: readonly {
            readonly name?: string
            readonly value?: string
          }[]
        }[]
        readonly connectorEnforcement?: string
        readonly dataApiAccess?: string
        readonly dataCacheConfig?: {
          readonly dataCacheEnabled?: boolean
        }
        readonly dataDiskProvisionedIops?: number
        readonly dataDiskProvisionedThroughput?: number
        readonly databaseFlags?: readonly {
          readonly name?: string
          readonly value?: string
        }[]
        readonly deletionProtectionEnabled?: boolean
        readonly denyMaintenancePeriod?: {
          readonly endDate?: string
          readonly startDate?: string
          readonly time?: string
        }
        readonly diskAutoresize?: boolean
        readonly diskAutoresizeLimit?: number
        readonly diskSize?: number
        readonly diskType?: string
        readonly edition?: string
        readonly enableDataplexIntegration?: boolean
        readonly enableGoogleMlIntegration?: boolean
        readonly entraidConfig?: {
          readonly applicationId?: string
          readonly tenantId?: string
        }
        readonly finalBackupConfig?: {
          readonly enabled?: boolean
          readonly retentionDays?: number
        }
        readonly insightsConfig?: {
          readonly enhancedQueryInsightsEnabled?: boolean
          readonly queryInsightsEnabled?: boolean
          readonly queryPlansPerMinute?: number
          readonly queryStringLength?: number
          readonly recordApplicationTags?: boolean
          readonly recordClientAddress?: boolean
        }
        readonly ipConfiguration?: {
          readonly allocatedIpRange?: string
          readonly authorizedNetworks?: readonly {
            readonly expirationTime?: string
            readonly name?: string
            readonly value?: string
          }[]
          readonly customSubjectAlternativeNames?: readonly string[]
          readonly enablePrivatePathForGoogleCloudServices?: boolean
          readonly ipv4Enabled?: boolean
          readonly privateNetwork?: string
          readonly privateNetworkRef?: {
            readonly name: string
            readonly namespace?: string
            readonly policy?: {
              readonly resolution?: 'Required' | 'Optional'
              readonly resolve?: 'Always' | 'IfNotPresent'
            }
          }
          readonly privateNetworkSelector?: {
            readonly matchControllerRef?: boolean
            readonly matchLabels?: { readonly [key: string]: string }
            readonly namespace?: string
            readonly policy?: {
              readonly resolution?: 'Required' | 'Optional'
              readonly resolve?: 'Always' | 'IfNotPresent'
            }
          }
          readonly pscConfig?: readonly {
            readonly allowedConsumerProjects?: readonly string[]
            readonly networkAttachmentUri?: string
            readonly pscAutoConnections?: readonly {
              readonly consumerNetwork?: string
              readonly consumerServiceProjectId?: string
            }[]
            readonly pscAutoDnsEnabled?: boolean
            readonly pscEnabled?: boolean
            readonly pscWriteEndpointDnsEnabled?: boolean
          }[]
          readonly serverCaMode?: string
          readonly serverCaPool?: string
          readonly serverCertificateRotationMode?: string
          readonly sslMode?: string
        }
        readonly locationPreference?: {
          readonly followGaeApplication?: string
          readonly secondaryZone?: string
          readonly zone?: string
        }
        readonly maintenanceWindow?: {
          readonly day?: number
          readonly hour?: number
          readonly updateTrack?: string
        }
        readonly passwordValidationPolicy?: {
          readonly complexity?: string
          readonly disallowUsernameSubstring?: boolean
          readonly enablePasswordPolicy?: boolean
          readonly minLength?: number
          readonly passwordChangeInterval?: string
          readonly reuseInterval?: number
        }
        readonly pricingPlan?: string
        readonly readPoolAutoScaleConfig?: {
          readonly disableScaleIn?: boolean
          readonly enabled?: boolean
          readonly maxNodeCount?: number
          readonly minNodeCount?: number
          readonly scaleInCooldownSeconds?: number
          readonly scaleOutCooldownSeconds?: number
          readonly targetMetrics?: readonly {
            readonly metric?: string
            readonly targetValue?: number
          }[]
        }
        readonly retainBackupsOnDelete?: boolean
        readonly sqlServerAuditConfig?: {
          readonly bucket?: string
          readonly retentionInterval?: string
          readonly uploadInterval?: string
        }
        readonly tier?: string
        readonly timeZone?: string
        readonly userLabels?: { readonly [key: string]: string }
      }
    }
    readonly initProvider?: {
      readonly backupdrBackup?: string
      readonly clone?: {
        readonly allocatedIpRange?: string
        readonly databaseNames?: readonly string[]
        readonly pointInTime?: string
        readonly preferredZone?: string
        readonly sourceInstanceDeletionTime?: string
        readonly sourceInstanceName?: string
        readonly sourceProject?: string
      }
      readonly databaseVersion?: string
      readonly deletionProtection?: boolean
      readonly encryptionKeyName?: string
      readonly finalBackupDescription?: string
      readonly maintenanceVersion?: string
      readonly masterInstanceName?: string
      readonly nodeCount?: number
      readonly pointInTimeRestoreContext?: {
        readonly allocatedIpRange?: string
        readonly datasource?: string
        readonly pointInTime?: string
        readonly preferredZone?: string
        readonly region?: string
        readonly targetInstance?: string
      }
      readonly project?: string
      readonly region?: string
      readonly replicaConfiguration?: {
        readonly caCertificate?: string
        readonly cascadableReplica?: boolean
        readonly clientCertificate?: string
        readonly clientKey?: string
        readonly connectRetryInterval?: number
        readonly dumpFilePath?: string
        readonly failoverTarget?: boolean
        readonly masterHeartbeatPeriod?: number
        readonly passwordSecretRef?: {
          readonly key: string
          readonly name: string
        }
        readonly sslCipher?: string
        readonly username?: string
        readonly verifyServerCertificate?: boolean
      }
      readonly replicaNames?: readonly string[]
      readonly replicationCluster?: {
        readonly failoverDrReplicaName?: string
        readonly psaWriteEndpoint?: string
      }
      readonly restoreBackupContext?: {
        readonly backupRunId?: number
        readonly instanceId?: string
        readonly project?: string
      }
      readonly rootPasswordSecretRef?: {
        readonly key: string
        readonly name: string
      }
      readonly settings?: {
        readonly activationPolicy?: string
        readonly activeDirectoryConfig?: {
          readonly adminCredentialSecretName?: string
          readonly dnsServers?: readonly string[]
          readonly domain?: string
          readonly mode?: string
          readonly organizationalUnit?: string
        }
        readonly advancedMachineFeatures?: {
          readonly threadsPerCore?: number
        }
        readonly autoUpgradeEnabled?: boolean
        readonly availabilityType?: string
        readonly backupConfiguration?: {
          readonly backupRetentionSettings?: {
            readonly retainedBackups?: number
            readonly retentionUnit?: string
          }
          readonly binaryLogEnabled?: boolean
          readonly enabled?: boolean
          readonly location?: string
          readonly pointInTimeRecoveryEnabled?: boolean
          readonly startTime?: string
          readonly transactionLogRetentionDays?: number
        }
        readonly collation?: string
        readonly connectionPoolConfig?: readonly {
          readonly connectionPoolingEnabled?: boolean
          readonly flags?: readonly {
            readonly name?: string
            readonly value?: string
          }[]
        }[]
        readonly connectorEnforcement?: string
        readonly dataApiAccess?: string
        readonly dataCacheConfig?: {
          readonly dataCacheEnabled?: boolean
        }
        readonly dataDiskProvisionedIops?: number
        readonly dataDiskProvisionedThroughput?: number
        readonly databaseFlags?: readonly {
          readonly name?: string
          readonly value?: string
        }[]
        readonly deletionProtectionEnabled?: boolean
        readonly denyMaintenancePeriod?: {
          readonly endDate?: string
          readonly startDate?: string
          readonly time?: string
        }
        readonly diskAutoresize?: boolean
        readonly diskAutoresizeLimit?: number
        readonly diskSize?: number
        readonly diskType?: string
        readonly edition?: string
        readonly enableDataplexIntegration?: boolean
        readonly enableGoogleMlIntegration?: boolean
        readonly entraidConfig?: {
          readonly applicationId?: string
          readonly tenantId?: string
        }
        readonly finalBackupConfig?: {
          readonly enabled?: boolean
          readonly retentionDays?: number
        }
        readonly insightsConfig?: {
          readonly enhancedQueryInsightsEnabled?: boolean
          readonly queryInsightsEnabled?: boolean
          readonly queryPlansPerMinute?: number
          readonly queryStringLength?: number
          readonly recordApplicationTags?: boolean
          readonly recordClientAddress?: boolean
        }
        readonly ipConfiguration?: {
          readonly allocatedIpRange?: string
          readonly authorizedNetworks?: readonly {
            readonly expirationTime?: string
            readonly name?: string
            readonly value?: string
          }[]
          readonly customSubjectAlternativeNames?: readonly string[]
          readonly enablePrivatePathForGoogleCloudServices?: boolean
          readonly ipv4Enabled?: boolean
          readonly privateNetwork?: string
          readonly privateNetworkRef?: {
            readonly name: string
            readonly namespace?: string
            readonly policy?: {
              readonly resolution?: 'Required' | 'Optional'
              readonly resolve?: 'Always' | 'IfNotPresent'
            }
          }
          readonly privateNetworkSelector?: {
            readonly matchControllerRef?: boolean
            readonly matchLabels?: { readonly [key: string]: string }
            readonly namespace?: string
            readonly policy?: {
              readonly resolution?: 'Required' | 'Optional'
              readonly resolve?: 'Always' | 'IfNotPresent'
            }
          }
          readonly pscConfig?: readonly {
            readonly allowedConsumerProjects?: readonly string[]
            readonly networkAttachmentUri?: string
            readonly pscAutoConnections?: readonly {
              readonly consumerNetwork?: string
              readonly consumerServiceProjectId?: string
            }[]
            readonly pscAutoDnsEnabled?: boolean
            readonly pscEnabled?: boolean
            readonly pscWriteEndpointDnsEnabled?: boolean
          }[]
          readonly serverCaMode?: string
          readonly serverCaPool?: string
          readonly serverCertificateRotationMode?: string
          readonly sslMode?: string
        }
        readonly locationPreference?: {
          readonly followGaeApplication?: string
          readonly secondaryZone?: string
          readonly zone?: string
        }
        readonly maintenanceWindow?: {
          readonly day?: number
          readonly hour?: number
          readonly updateTrack?: string
        }
        readonly passwordValidationPolicy?: {
          readonly complexity?: string
          readonly disallowUsernameSubstring?: boolean
          readonly enablePasswordPolicy?: boolean
          readonly minLength?: number
          readonly passwordChangeInterval?: string
          readonly reuseInterval?: number
        }
        readonly pricingPlan?: string
        readonly readPoolAutoScaleConfig?: {
          readonly disableScaleIn?: boolean
          readonly enabled?: boolean
          readonly maxNodeCount?: number
          readonly minNodeCount?: number
          readonly scaleInCooldownSeconds?: number
          readonly scaleOutCooldownSeconds?: number
          readonly targetMetrics?: readonly {
            readonly metric?: string
            readonly targetValue?: number
          }[]
        }
        readonly retainBackupsOnDelete?: boolean
        readonly sqlServerAuditConfig?: {
          readonly bucket?: string
          readonly retentionInterval?: string
          readonly uploadInterval?: string
        }
        readonly tier?: string
        readonly timeZone?: string
        readonly userLabels?: { readonly [key: string]: string }
      }
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

export const DatabaseInstance = kindOf<DatabaseInstance>('sql.gcp.m.upbound.io/v1beta1', 'DatabaseInstance')
