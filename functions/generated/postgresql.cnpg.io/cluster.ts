// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import type { Json } from '../../runtime/json.ts'
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type Cluster = {
  readonly apiVersion: 'postgresql.cnpg.io/v1'
  readonly kind: 'Cluster'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly affinity?: {
      readonly additionalPodAffinity?: {
        readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
          readonly podAffinityTerm: {
            readonly labelSelector?: {
              readonly matchExpressions?: readonly {
                readonly key: string
                readonly operator: string
                readonly values?: readonly string[]
              }[]
              readonly matchLabels?: { readonly [key: string]: string }
            }
            readonly matchLabelKeys?: readonly string[]
            readonly mismatchLabelKeys?: readonly string[]
            readonly namespaceSelector?: {
              readonly matchExpressions?: readonly {
                readonly key: string
                readonly operator: string
                readonly values?: readonly string[]
              }[]
              readonly matchLabels?: { readonly [key: string]: string }
            }
            readonly namespaces?: readonly string[]
            readonly topologyKey: string
          }
          readonly weight: number
        }[]
        readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly {
          readonly labelSelector?: {
            readonly matchExpressions?: readonly {
              readonly key: string
              readonly operator: string
              readonly values?: readonly string[]
            }[]
            readonly matchLabels?: { readonly [key: string]: string }
          }
          readonly matchLabelKeys?: readonly string[]
          readonly mismatchLabelKeys?: readonly string[]
          readonly namespaceSelector?: {
            readonly matchExpressions?: readonly {
              readonly key: string
              readonly operator: string
              readonly values?: readonly string[]
            }[]
            readonly matchLabels?: { readonly [key: string]: string }
          }
          readonly namespaces?: readonly string[]
          readonly topologyKey: string
        }[]
      }
      readonly additionalPodAntiAffinity?: {
        readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
          readonly podAffinityTerm: {
            readonly labelSelector?: {
              readonly matchExpressions?: readonly {
                readonly key: string
                readonly operator: string
                readonly values?: readonly string[]
              }[]
              readonly matchLabels?: { readonly [key: string]: string }
            }
            readonly matchLabelKeys?: readonly string[]
            readonly mismatchLabelKeys?: readonly string[]
            readonly namespaceSelector?: {
              readonly matchExpressions?: readonly {
                readonly key: string
                readonly operator: string
                readonly values?: readonly string[]
              }[]
              readonly matchLabels?: { readonly [key: string]: string }
            }
            readonly namespaces?: readonly string[]
            readonly topologyKey: string
          }
          readonly weight: number
        }[]
        readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly {
          readonly labelSelector?: {
            readonly matchExpressions?: readonly {
              readonly key: string
              readonly operator: string
              readonly values?: readonly string[]
            }[]
            readonly matchLabels?: { readonly [key: string]: string }
          }
          readonly matchLabelKeys?: readonly string[]
          readonly mismatchLabelKeys?: readonly string[]
          readonly namespaceSelector?: {
            readonly matchExpressions?: readonly {
              readonly key: string
              readonly operator: string
              readonly values?: readonly string[]
            }[]
            readonly matchLabels?: { readonly [key: string]: string }
          }
          readonly namespaces?: readonly string[]
          readonly topologyKey: string
        }[]
      }
      readonly enablePodAntiAffinity?: boolean
      readonly nodeAffinity?: {
        readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly {
          readonly preference: {
            readonly matchExpressions?: readonly {
              readonly key: string
              readonly operator: string
              readonly values?: readonly string[]
            }[]
            readonly matchFields?: readonly {
              readonly key: string
              readonly operator: string
              readonly values?: readonly string[]
            }[]
          }
          readonly weight: number
        }[]
        readonly requiredDuringSchedulingIgnoredDuringExecution?: {
          readonly nodeSelectorTerms: readonly {
            readonly matchExpressions?: readonly {
              readonly key: string
              readonly operator: string
              readonly values?: readonly string[]
            }[]
            readonly matchFields?: readonly {
              readonly key: string
              readonly operator: string
              readonly values?: readonly string[]
            }[]
          }[]
        }
      }
      readonly nodeSelector?: { readonly [key: string]: string }
      readonly podAntiAffinityType?: string
      readonly tolerations?: readonly {
        readonly effect?: string
        readonly key?: string
        readonly operator?: string
        readonly tolerationSeconds?: number
        readonly value?: string
      }[]
      readonly topologyKey?: string
    }
    readonly backup?: {
      readonly barmanObjectStore?: {
        readonly azureCredentials?: {
          readonly connectionString?: {
            readonly key: string
            readonly name: string
          }
          readonly inheritFromAzureAD?: boolean
          readonly storageAccount?: {
            readonly key: string
            readonly name: string
          }
          readonly storageKey?: {
            readonly key: string
            readonly name: string
          }
          readonly storageSasToken?: {
            readonly key: string
            readonly name: string
          }
          readonly useDefaultAzureCredentials?: boolean
        }
        readonly data?: {
          readonly additionalCommandArgs?: readonly string[]
          readonly compression?: 'bzip2' | 'gzip' | 'lz4' | 'snappy'
          readonly encryption?: 'AES256' | 'aws:kms'
          readonly immediateCheckpoint?: boolean
          readonly jobs?: number
        }
        readonly destinationPath: string
        readonly endpointCA?: {
          readonly key: string
          readonly name: string
        }
        readonly endpointURL?: string
        readonly googleCredentials?: {
          readonly applicationCredentials?: {
            readonly key: string
            readonly name: string
          }
          readonly gkeEnvironment?: boolean
        }
        readonly historyTags?: { readonly [key: string]: string }
        readonly s3Credentials?: {
          readonly accessKeyId?: {
            readonly key: string
            readonly name: string
          }
          readonly inheritFromIAMRole?: boolean
          readonly region?: {
            readonly key: string
            readonly name: string
          }
          readonly secretAccessKey?: {
            readonly key: string
            readonly name: string
          }
          readonly sessionToken?: {
            readonly key: string
            readonly name: string
          }
        }
        readonly serverName?: string
        readonly tags?: { readonly [key: string]: string }
        readonly wal?: {
          readonly archiveAdditionalCommandArgs?: readonly string[]
          readonly compression?: 'bzip2' | 'gzip' | 'lz4' | 'snappy' | 'xz' | 'zstd'
          readonly encryption?: 'AES256' | 'aws:kms'
          readonly maxParallel?: number
          readonly restoreAdditionalCommandArgs?: readonly string[]
        }
      }
      readonly retentionPolicy?: string
      readonly target?: 'primary' | 'prefer-standby'
      readonly volumeSnapshot?: {
        readonly annotations?: { readonly [key: string]: string }
        readonly className?: string
        readonly labels?: { readonly [key: string]: string }
        readonly online?: boolean
        readonly onlineConfiguration?: {
          readonly immediateCheckpoint?: boolean
          readonly waitForArchive?: boolean
        }
        readonly snapshotOwnerReference?: 'none' | 'cluster' | 'backup'
        readonly tablespaceClassName?: { readonly [key: string]: string }
        readonly walClassName?: string
      }
    }
    readonly bootstrap?: {
      readonly initdb?: {
        readonly builtinLocale?: string
        readonly dataChecksums?: boolean
        readonly database?: string
        readonly encoding?: string
        readonly icuLocale?: string
        readonly icuRules?: string
        readonly import?: {
          readonly databases: readonly string[]
          readonly pgDumpExtraOptions?: readonly string[]
          readonly pgRestoreDataOptions?: readonly string[]
          readonly pgRestoreExtraOptions?: readonly string[]
          readonly pgRestorePostdataOptions?: readonly string[]
          readonly pgRestorePredataOptions?: readonly string[]
          readonly postImportApplicationSQL?: readonly string[]
          readonly roles?: readonly string[]
          readonly schemaOnly?: boolean
          readonly source: {
            readonly externalCluster: string
          }
          readonly type: 'microservice' | 'monolith'
        }
        readonly locale?: string
        readonly localeCType?: string
        readonly localeCollate?: string
        readonly localeProvider?: string
        readonly options?: readonly string[]
        readonly owner?: string
        readonly postInitApplicationSQL?: readonly string[]
        readonly postInitApplicationSQLRefs?: {
          readonly configMapRefs?: readonly {
            readonly key: string
            readonly name: string
          }[]
          readonly secretRefs?: readonly {
            readonly key: string
            readonly name: string
          }[]
        }
        readonly postInitSQL?: readonly string[]
        readonly postInitSQLRefs?: {
          readonly configMapRefs?: readonly {
            readonly key: string
            readonly name: string
          }[]
          readonly secretRefs?: readonly {
            readonly key: string
            readonly name: string
          }[]
        }
        readonly postInitTemplateSQL?: readonly string[]
        readonly postInitTemplateSQLRefs?: {
          readonly configMapRefs?: readonly {
            readonly key: string
            readonly name: string
          }[]
          readonly secretRefs?: readonly {
            readonly key: string
            readonly name: string
          }[]
        }
        readonly secret?: {
          readonly name: string
        }
        readonly walSegmentSize?: number
      }
      readonly pg_basebackup?: {
        readonly database?: string
        readonly owner?: string
        readonly secret?: {
          readonly name: string
        }
        readonly source: string
      }
      readonly recovery?: {
        readonly backup?: {
          readonly endpointCA?: {
            readonly key: string
            readonly name: string
          }
          readonly name: string
        }
        readonly database?: string
        readonly owner?: string
        readonly recoveryTarget?: {
          readonly backupID?: string
          readonly exclusive?: boolean
          readonly targetImmediate?: boolean
          readonly targetLSN?: string
          readonly targetName?: string
          readonly targetTLI?: string
          readonly targetTime?: string
          readonly targetXID?: string
        }
        readonly secret?: {
          readonly name: string
        }
        readonly source?: string
        readonly volumeSnapshots?: {
          readonly storage: {
            readonly apiGroup?: string
            readonly kind: string
            readonly name: string
          }
          readonly tablespaceStorage?: { readonly [key: string]: {
            readonly apiGroup?: string
            readonly kind: string
            readonly name: string
          } }
          readonly walStorage?: {
            readonly apiGroup?: string
            readonly kind: string
            readonly name: string
          }
        }
      }
    }
    readonly certificates?: {
      readonly clientCASecret?: string
      readonly replicationTLSSecret?: string
      readonly serverAltDNSNames?: readonly string[]
      readonly serverCASecret?: string
      readonly serverTLSSecret?: string
    }
    readonly description?: string
    readonly enablePDB?: boolean
    readonly enableSuperuserAccess?: boolean
    readonly env?: readonly ({
      readonly name: string
      readonly value?: string
      readonly valueFrom?: {
        readonly configMapKeyRef?: {
          readonly key: string
          readonly name?: string
          readonly optional?: boolean
        }
        readonly fieldRef?: {
          readonly apiVersion?: string
          readonly fieldPath: string
        }
        readonly fileKeyRef?: {
          readonly key: string
          readonly optional?: boolean
          readonly path: string
          readonly volumeName: string
        }
        readonly resourceFieldRef?: {
          readonly containerName?: string
          readonly divisor?: number | string
          readonly resource: string
        }
        readonly secretKeyRef?: {
          readonly key: string
          readonly name?: string
          readonly optional?: boolean
        }
      }
    })[]
    readonly envFrom?: readonly {
      readonly configMapRef?: {
        readonly name?: string
        readonly optional?: boolean
      }
      readonly prefix?: string
      readonly secretRef?: {
        readonly name?: string
        readonly optional?: boolean
      }
    }[]
    readonly ephemeralVolumeSource?: {
      readonly volumeClaimTemplate?: {
        readonly metadata?: Json
        readonly spec: {
          readonly accessModes?: readonly string[]
          readonly dataSource?: {
            readonly apiGroup?: string
            readonly kind: string
            readonly name: string
          }
          readonly dataSourceRef?: {
            readonly apiGroup?: string
            readonly kind: string
            readonly name: string
            readonly namespace?: string
          }
          readonly resources?: {
            readonly limits?: { readonly [key: string]: number | string }
            readonly requests?: { readonly [key: string]: number | string }
          }
          readonly selector?: {
            readonly matchExpressions?: readonly {
              readonly key: string
              readonly operator: string
              readonly values?: readonly string[]
            }[]
            readonly matchLabels?: { readonly [key: string]: string }
          }
          readonly storageClassName?: string
          readonly volumeAttributesClassName?: string
          readonly volumeMode?: string
          readonly volumeName?: string
        }
      }
    }
    readonly ephemeralVolumesSizeLimit?: {
      readonly shm?: number | string
      readonly temporaryData?: number | string
    }
    readonly externalClusters?: readonly ({
      readonly barmanObjectStore?: {
        readonly azureCredentials?: {
          readonly connectionString?: {
            readonly key: string
            readonly name: string
          }
          readonly inheritFromAzureAD?: boolean
          readonly storageAccount?: {
            readonly key: string
            readonly name: string
          }
          readonly storageKey?: {
            readonly key: string
            readonly name: string
          }
          readonly storageSasToken?: {
            readonly key: string
            readonly name: string
          }
          readonly useDefaultAzureCredentials?: boolean
        }
        readonly data?: {
          readonly additionalCommandArgs?: readonly string[]
          readonly compression?: 'bzip2' | 'gzip' | 'lz4' | 'snappy'
          readonly encryption?: 'AES256' | 'aws:kms'
          readonly immediateCheckpoint?: boolean
          readonly jobs?: number
        }
        readonly destinationPath: string
        readonly endpointCA?: {
          readonly key: string
          readonly name: string
        }
        readonly endpointURL?: string
        readonly googleCredentials?: {
          readonly applicationCredentials?: {
            readonly key: string
            readonly name: string
          }
          readonly gkeEnvironment?: boolean
        }
        readonly historyTags?: { readonly [key: string]: string }
        readonly s3Credentials?: {
          readonly accessKeyId?: {
            readonly key: string
            readonly name: string
          }
          readonly inheritFromIAMRole?: boolean
          readonly region?: {
            readonly key: string
            readonly name: string
          }
          readonly secretAccessKey?: {
            readonly key: string
            readonly name: string
          }
          readonly sessionToken?: {
            readonly key: string
            readonly name: string
          }
        }
        readonly serverName?: string
        readonly tags?: { readonly [key: string]: string }
        readonly wal?: {
          readonly archiveAdditionalCommandArgs?: readonly string[]
          readonly compression?: 'bzip2' | 'gzip' | 'lz4' | 'snappy' | 'xz' | 'zstd'
          readonly encryption?: 'AES256' | 'aws:kms'
          readonly maxParallel?: number
          readonly restoreAdditionalCommandArgs?: readonly string[]
        }
      }
      readonly connectionParameters?: { readonly [key: string]: string }
      readonly name: string
      readonly password?: {
        readonly key: string
        readonly name?: string
        readonly optional?: boolean
      }
      readonly plugin?: {
        readonly enabled?: boolean
        readonly isWALArchiver?: boolean
        readonly name: string
        readonly parameters?: { readonly [key: string]: string }
      }
      readonly sslCert?: {
        readonly key: string
        readonly name?: string
        readonly optional?: boolean
      }
      readonly sslKey?: {
        readonly key: string
        readonly name?: string
        readonly optional?: boolean
      }
      readonly sslRootCert?: {
        readonly key: string
        readonly name?: string
        readonly optional?: boolean
      }
    })[]
    readonly failoverDelay?: number
    readonly imageCatalogRef?: {
      readonly apiGroup?: string
      readonly kind: string
      readonly major: number
      readonly name: string
    }
    readonly imageName?: string
    readonly imagePullPolicy?: string
    readonly imagePullSecrets?: readonly {
      readonly name: string
    }[]
    readonly inheritedMetadata?: {
      readonly annotations?: { readonly [key: string]: string }
      readonly labels?: { readonly [key: string]: string }
    }
    readonly instances: number
    readonly livenessProbeTimeout?: number
    readonly logLevel?: 'error' | 'warning' | 'info' | 'debug' | 'trace'
    readonly managed?: {
      readonly roles?: readonly ({
        readonly bypassrls?: boolean
        readonly comment?: string
        readonly connectionLimit?: number
        readonly createdb?: boolean
        readonly createrole?: boolean
        readonly disablePassword?: boolean
        readonly ensure?: 'present' | 'absent'
        readonly inRoles?: readonly string[]
        readonly inherit?: boolean
        readonly login?: boolean
        readonly name: string
        readonly passwordSecret?: {
          readonly name: string
        }
        readonly replication?: boolean
        readonly superuser?: boolean
        readonly validUntil?: string
      })[]
      readonly services?: {
        readonly additional?: readonly ({
          readonly selectorType: 'rw' | 'r' | 'ro'
          readonly serviceTemplate: {
            readonly metadata?: {
              readonly annotations?: { readonly [key: string]: string }
              readonly labels?: { readonly [key: string]: string }
              readonly name?: string
            }
            readonly spec?: {
              readonly allocateLoadBalancerNodePorts?: boolean
              readonly clusterIP?: string
              readonly clusterIPs?: readonly string[]
              readonly externalIPs?: readonly string[]
              readonly externalName?: string
              readonly externalTrafficPolicy?: string
              readonly healthCheckNodePort?: number
              readonly internalTrafficPolicy?: string
              readonly ipFamilies?: readonly string[]
              readonly ipFamilyPolicy?: string
              readonly loadBalancerClass?: string
              readonly loadBalancerIP?: string
              readonly loadBalancerSourceRanges?: readonly string[]
              readonly ports?: readonly ({
                readonly appProtocol?: string
                readonly name?: string
                readonly nodePort?: number
                readonly port: number
                readonly protocol?: string
                readonly targetPort?: number | string
              })[]
              readonly publishNotReadyAddresses?: boolean
              readonly selector?: { readonly [key: string]: string }
              readonly sessionAffinity?: string
              readonly sessionAffinityConfig?: {
                readonly clientIP?: {
                  readonly timeoutSeconds?: number
                }
              }
              readonly trafficDistribution?: string
              readonly type?: string
            }
          }
          readonly updateStrategy?: 'patch' | 'replace'
        })[]
        readonly disabledDefaultServices?: readonly ('rw' | 'r' | 'ro')[]
      }
    }
    readonly maxSyncReplicas?: number
    readonly minSyncReplicas?: number
    readonly monitoring?: {
      readonly customQueriesConfigMap?: readonly {
        readonly key: string
        readonly name: string
      }[]
      readonly customQueriesSecret?: readonly {
        readonly key: string
        readonly name: string
      }[]
      readonly disableDefaultQueries?: boolean
      readonly enablePodMonitor?: boolean
      readonly metricsQueriesTTL?: string
      readonly podMonitorMetricRelabelings?: readonly ({
        readonly action?: 'replace' | 'Replace' | 'keep' | 'Keep' | 'drop' | 'Drop' | 'hashmod' | 'HashMod' | 'labelmap' | 'LabelMap' | 'labeldrop' | 'LabelDrop' | 'labelkeep' | 'LabelKeep' | 'lowercase' | 'Lowercase' | 'uppercase' | 'Uppercase' | 'keepequal' | 'KeepEqual' | 'dropequal' | 'DropEqual'
        readonly modulus?: number
        readonly regex?: string
        readonly replacement?: string
        readonly separator?: string
        readonly sourceLabels?: readonly string[]
        readonly targetLabel?: string
      })[]
      readonly podMonitorRelabelings?: readonly ({
        readonly action?: 'replace' | 'Replace' | 'keep' | 'Keep' | 'drop' | 'Drop' | 'hashmod' | 'HashMod' | 'labelmap' | 'LabelMap' | 'labeldrop' | 'LabelDrop' | 'labelkeep' | 'LabelKeep' | 'lowercase' | 'Lowercase' | 'uppercase' | 'Uppercase' | 'keepequal' | 'KeepEqual' | 'dropequal' | 'DropEqual'
        readonly modulus?: number
        readonly regex?: string
        readonly replacement?: string
        readonly separator?: string
        readonly sourceLabels?: readonly string[]
        readonly targetLabel?: string
      })[]
      readonly tls?: {
        readonly enabled?: boolean
      }
    }
    readonly nodeMaintenanceWindow?: {
      readonly inProgress?: boolean
      readonly reusePVC?: boolean
    }
    readonly plugins?: readonly {
      readonly enabled?: boolean
      readonly isWALArchiver?: boolean
      readonly name: string
      readonly parameters?: { readonly [key: string]: string }
    }[]
    readonly podSecurityContext?: {
      readonly appArmorProfile?: {
        readonly localhostProfile?: string
        readonly type: string
      }
      readonly fsGroup?: number
      readonly fsGroupChangePolicy?: string
      readonly runAsGroup?: number
      readonly runAsNonRoot?: boolean
      readonly runAsUser?: number
      readonly seLinuxChangePolicy?: string
      readonly seLinuxOptions?: {
        readonly level?: string
        readonly role?: string
        readonly type?: string
        readonly user?: string
      }
      readonly seccompProfile?: {
        readonly localhostProfile?: string
        readonly type: string
      }
      readonly supplementalGroups?: readonly number[]
      readonly supplementalGroupsPolicy?: string
      readonly sysctls?: readonly {
        readonly name: string
        readonly value: string
      }[]
      readonly windowsOptions?: {
        readonly gmsaCredentialSpec?: string
        readonly gmsaCredentialSpecName?: string
        readonly hostProcess?: boolean
        readonly runAsUserName?: string
      }
    }
    readonly podSelectorRefs?: readonly {
      readonly name: string
      readonly selector: {
        readonly matchExpressions?: readonly {
          readonly key: string
          readonly operator: string
          readonly values?: readonly string[]
        }[]
        readonly matchLabels?: { readonly [key: string]: string }
      }
    }[]
    readonly postgresGID?: number
    readonly postgresUID?: number
    readonly postgresql?: {
      readonly enableAlterSystem?: boolean
      readonly extensions?: readonly {
        readonly bin_path?: readonly string[]
        readonly dynamic_library_path?: readonly string[]
        readonly env?: readonly {
          readonly name: string
          readonly value: string
        }[]
        readonly extension_control_path?: readonly string[]
        readonly image?: {
          readonly pullPolicy?: string
          readonly reference?: string
        }
        readonly ld_library_path?: readonly string[]
        readonly name: string
      }[]
      readonly ldap?: {
        readonly bindAsAuth?: {
          readonly prefix?: string
          readonly suffix?: string
        }
        readonly bindSearchAuth?: {
          readonly baseDN?: string
          readonly bindDN?: string
          readonly bindPassword?: {
            readonly key: string
            readonly name?: string
            readonly optional?: boolean
          }
          readonly searchAttribute?: string
          readonly searchFilter?: string
        }
        readonly port?: number
        readonly scheme?: 'ldap' | 'ldaps'
        readonly server?: string
        readonly tls?: boolean
      }
      readonly parameters?: { readonly [key: string]: string }
      readonly pg_hba?: readonly string[]
      readonly pg_ident?: readonly string[]
      readonly promotionTimeout?: number
      readonly shared_preload_libraries?: readonly string[]
      readonly syncReplicaElectionConstraint?: {
        readonly enabled: boolean
        readonly nodeLabelsAntiAffinity?: readonly string[]
      }
      readonly synchronous?: {
        readonly dataDurability?: 'required' | 'preferred'
        readonly failoverQuorum?: boolean
        readonly maxStandbyNamesFromCluster?: number
        readonly method: 'any' | 'first'
        readonly number: number
        readonly standbyNamesPost?: readonly string[]
        readonly standbyNamesPre?: readonly string[]
      }
    }
    readonly primaryLease?: {
      readonly leaseDurationSeconds?: number
      readonly releasedLeaseDurationSeconds?: number
      readonly renewDeadlineSeconds?: number
      readonly retryPeriodSeconds?: number
    }
    readonly primaryUpdateMethod?: 'switchover' | 'restart'
    readonly primaryUpdateStrategy?: 'unsupervised' | 'supervised'
    readonly priorityClassName?: string
    readonly probes?: {
      readonly liveness?: {
        readonly failureThreshold?: number
        readonly initialDelaySeconds?: number
        readonly isolationCheck?: {
          readonly connectionTimeout?: number
          readonly enabled?: boolean
          readonly requestTimeout?: number
        }
        readonly periodSeconds?: number
        readonly successThreshold?: number
        readonly terminationGracePeriodSeconds?: number
        readonly timeoutSeconds?: number
      }
      readonly readiness?: {
        readonly failureThreshold?: number
        readonly initialDelaySeconds?: number
        readonly maximumLag?: number | string
        readonly periodSeconds?: number
        readonly successThreshold?: number
        readonly terminationGracePeriodSeconds?: number
        readonly timeoutSeconds?: number
        readonly type?: 'pg_isready' | 'streaming' | 'query'
      }
      readonly startup?: {
        readonly failureThreshold?: number
        readonly initialDelaySeconds?: number
        readonly maximumLag?: number | string
        readonly periodSeconds?: number
        readonly successThreshold?: number
        readonly terminationGracePeriodSeconds?: number
        readonly timeoutSeconds?: number
        readonly type?: 'pg_isready' | 'streaming' | 'query'
      }
    }
    readonly projectedVolumeTemplate?: {
      readonly defaultMode?: number
      readonly sources?: readonly ({
        readonly clusterTrustBundle?: {
          readonly labelSelector?: {
            readonly matchExpressions?: readonly {
              readonly key: string
              readonly operator: string
              readonly values?: readonly string[]
            }[]
            readonly matchLabels?: { readonly [key: string]: string }
          }
          readonly name?: string
          readonly optional?: boolean
          readonly path: string
          readonly signerName?: string
        }
        readonly configMap?: {
          readonly items?: readonly {
            readonly key: string
            readonly mode?: number
            readonly path: string
          }[]
          readonly name?: string
          readonly optional?: boolean
        }
        readonly downwardAPI?: {
          readonly items?: readonly ({
            readonly fieldRef?: {
              readonly apiVersion?: string
              readonly fieldPath: string
            }
            readonly mode?: number
            readonly path: string
            readonly resourceFieldRef?: {
              readonly containerName?: string
              readonly divisor?: number | string
              readonly resource: string
            }
          })[]
        }
        readonly podCertificate?: {
          readonly certificateChainPath?: string
          readonly credentialBundlePath?: string
          readonly keyPath?: string
          readonly keyType: string
          readonly maxExpirationSeconds?: number
          readonly signerName: string
          readonly userAnnotations?: { readonly [key: string]: string }
        }
        readonly secret?: {
          readonly items?: readonly {
            readonly key: string
            readonly mode?: number
            readonly path: string
          }[]
          readonly name?: string
          readonly optional?: boolean
        }
        readonly serviceAccountToken?: {
          readonly audience?: string
          readonly expirationSeconds?: number
          readonly path: string
        }
      })[]
    }
    readonly replica?: {
      readonly enabled?: boolean
      readonly minApplyDelay?: string
      readonly primary?: string
      readonly promotionToken?: string
      readonly self?: string
      readonly source: string
    }
    readonly replicationSlots?: {
      readonly highAvailability?: {
        readonly enabled?: boolean
        readonly slotPrefix?: string
        readonly synchronizeLogicalDecoding?: boolean
      }
      readonly synchronizeReplicas?: {
        readonly enabled: boolean
        readonly excludePatterns?: readonly string[]
      }
      readonly updateInterval?: number
    }
    readonly resources?: {
      readonly claims?: readonly {
        readonly name: string
        readonly request?: string
      }[]
      readonly limits?: { readonly [key: string]: number | string }
      readonly requests?: { readonly [key: string]: number | string }
    }
    readonly schedulerName?: string
    readonly seccompProfile?: {
      readonly localhostProfile?: string
      readonly type: string
    }
    readonly securityContext?: {
      readonly allowPrivilegeEscalation?: boolean
      readonly appArmorProfile?: {
        readonly localhostProfile?: string
        readonly type: string
      }
      readonly capabilities?: {
        readonly add?: readonly string[]
        readonly drop?: readonly string[]
      }
      readonly privileged?: boolean
      readonly procMount?: string
      readonly readOnlyRootFilesystem?: boolean
      readonly runAsGroup?: number
      readonly runAsNonRoot?: boolean
      readonly runAsUser?: number
      readonly seLinuxOptions?: {
        readonly level?: string
        readonly role?: string
        readonly type?: string
        readonly user?: string
      }
      readonly seccompProfile?: {
        readonly localhostProfile?: string
        readonly type: string
      }
      readonly windowsOptions?: {
        readonly gmsaCredentialSpec?: string
        readonly gmsaCredentialSpecName?: string
        readonly hostProcess?: boolean
        readonly runAsUserName?: string
      }
    }
    readonly serviceAccountName?: string
    readonly serviceAccountTemplate?: {
      readonly metadata: {
        readonly annotations?: { readonly [key: string]: string }
        readonly labels?: { readonly [key: string]: string }
        readonly name?: string
      }
    }
    readonly smartShutdownTimeout?: number
    readonly startDelay?: number
    readonly stopDelay?: number
    readonly storage?: {
      readonly pvcTemplate?: {
        readonly accessModes?: readonly string[]
        readonly dataSource?: {
          readonly apiGroup?: string
          readonly kind: string
          readonly name: string
        }
        readonly dataSourceRef?: {
          readonly apiGroup?: string
          readonly kind: string
          readonly name: string
          readonly namespace?: string
        }
        readonly resources?: {
          readonly limits?: { readonly [key: string]: number | string }
          readonly requests?: { readonly [key: string]: number | string }
        }
        readonly selector?: {
          readonly matchExpressions?: readonly {
            readonly key: string
            readonly operator: string
            readonly values?: readonly string[]
          }[]
          readonly matchLabels?: { readonly [key: string]: string }
        }
        readonly storageClassName?: string
        readonly volumeAttributesClassName?: string
        readonly volumeMode?: string
        readonly volumeName?: string
      }
      readonly resizeInUseVolumes?: boolean
      readonly size?: string
      readonly storageClass?: string
    }
    readonly superuserSecret?: {
      readonly name: string
    }
    readonly switchoverDelay?: number
    readonly tablespaces?: readonly ({
      readonly name: string
      readonly owner?: {
        readonly name?: string
      }
      readonly storage: {
        readonly pvcTemplate?: {
          readonly accessModes?: readonly string[]
          readonly dataSource?: {
            readonly apiGroup?: string
            readonly kind: string
            readonly name: string
          }
          readonly dataSourceRef?: {
            readonly apiGroup?: string
            readonly kind: string
            readonly name: string
            readonly namespace?: string
          }
          readonly resources?: {
            readonly limits?: { readonly [key: string]: number | string }
            readonly requests?: { readonly [key: string]: number | string }
          }
          readonly selector?: {
            readonly matchExpressions?: readonly {
              readonly key: string
              readonly operator: string
              readonly values?: readonly string[]
            }[]
            readonly matchLabels?: { readonly [key: string]: string }
          }
          readonly storageClassName?: string
          readonly volumeAttributesClassName?: string
          readonly volumeMode?: string
          readonly volumeName?: string
        }
        readonly resizeInUseVolumes?: boolean
        readonly size?: string
        readonly storageClass?: string
      }
      readonly temporary?: boolean
    })[]
    readonly topologySpreadConstraints?: readonly {
      readonly labelSelector?: {
        readonly matchExpressions?: readonly {
          readonly key: string
          readonly operator: string
          readonly values?: readonly string[]
        }[]
        readonly matchLabels?: { readonly [key: string]: string }
      }
      readonly matchLabelKeys?: readonly string[]
      readonly maxSkew: number
      readonly minDomains?: number
      readonly nodeAffinityPolicy?: string
      readonly nodeTaintsPolicy?: string
      readonly topologyKey: string
      readonly whenUnsatisfiable: string
    }[]
    readonly walStorage?: {
      readonly pvcTemplate?: {
        readonly accessModes?: readonly string[]
        readonly dataSource?: {
          readonly apiGroup?: string
          readonly kind: string
          readonly name: string
        }
        readonly dataSourceRef?: {
          readonly apiGroup?: string
          readonly kind: string
          readonly name: string
          readonly namespace?: string
        }
        readonly resources?: {
          readonly limits?: { readonly [key: string]: number | string }
          readonly requests?: { readonly [key: string]: number | string }
        }
        readonly selector?: {
          readonly matchExpressions?: readonly {
            readonly key: string
            readonly operator: string
            readonly values?: readonly string[]
          }[]
          readonly matchLabels?: { readonly [key: string]: string }
        }
        readonly storageClassName?: string
        readonly volumeAttributesClassName?: string
        readonly volumeMode?: string
        readonly volumeName?: string
      }
      readonly resizeInUseVolumes?: boolean
      readonly size?: string
      readonly storageClass?: string
    }
  }
}

export const Cluster = kindOf<Cluster>('postgresql.cnpg.io/v1', 'Cluster')
