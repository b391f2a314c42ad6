// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type Job = {
  readonly apiVersion: 'batch/v1'
  readonly kind: 'Job'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly activeDeadlineSeconds?: number
    readonly backoffLimit?: number
    readonly backoffLimitPerIndex?: number
    readonly completionMode?: string
    readonly completions?: number
    readonly managedBy?: string
    readonly manualSelector?: boolean
    readonly maxFailedIndexes?: number
    readonly parallelism?: number
    readonly podFailurePolicy?: {
      readonly rules: readonly {
        readonly action: string
        readonly onExitCodes?: {
          readonly containerName?: string
          readonly operator: string
          readonly values: readonly number[]
        }
        readonly onPodConditions?: readonly {
          readonly status?: string
          readonly type: string
        }[]
      }[]
    }
    readonly podReplacementPolicy?: string
    readonly selector?: {
      readonly matchExpressions?: readonly ({
        readonly key: string
        readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
        readonly values?: readonly string[]
      })[]
      readonly matchLabels?: { readonly [key: string]: string }
    }
    readonly successPolicy?: {
      readonly rules: readonly {
        readonly succeededCount?: number
        readonly succeededIndexes?: string
      }[]
    }
    readonly suspend?: boolean
    readonly template: {
      readonly metadata?: {
        readonly annotations?: { readonly [key: string]: string }
        readonly labels?: { readonly [key: string]: string }
      }
      readonly spec?: {
        readonly activeDeadlineSeconds?: number
        readonly affinity?: {
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
          readonly podAffinity?: {
            readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly ({
              readonly podAffinityTerm: {
                readonly labelSelector?: {
                  readonly matchExpressions?: readonly ({
                    readonly key: string
                    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
                    readonly values?: readonly string[]
                  })[]
                  readonly matchLabels?: { readonly [key: string]: string }
                }
                readonly matchLabelKeys?: readonly string[]
                readonly mismatchLabelKeys?: readonly string[]
                readonly namespaceSelector?: {
                  readonly matchExpressions?: readonly ({
                    readonly key: string
                    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
                    readonly values?: readonly string[]
                  })[]
                  readonly matchLabels?: { readonly [key: string]: string }
                }
                readonly namespaces?: readonly string[]
                readonly topologyKey: string
              }
              readonly weight: number
            })[]
            readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly ({
              readonly labelSelector?: {
                readonly matchExpressions?: readonly ({
                  readonly key: string
                  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
                  readonly values?: readonly string[]
                })[]
                readonly matchLabels?: { readonly [key: string]: string }
              }
              readonly matchLabelKeys?: readonly string[]
              readonly mismatchLabelKeys?: readonly string[]
              readonly namespaceSelector?: {
                readonly matchExpressions?: readonly ({
                  readonly key: string
                  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
                  readonly values?: readonly string[]
                })[]
                readonly matchLabels?: { readonly [key: string]: string }
              }
              readonly namespaces?: readonly string[]
              readonly topologyKey: string
            })[]
          }
          readonly podAntiAffinity?: {
            readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly ({
              readonly podAffinityTerm: {
                readonly labelSelector?: {
                  readonly matchExpressions?: readonly ({
                    readonly key: string
                    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
                    readonly values?: readonly string[]
                  })[]
                  readonly matchLabels?: { readonly [key: string]: string }
                }
                readonly matchLabelKeys?: readonly string[]
                readonly mismatchLabelKeys?: readonly string[]
                readonly namespaceSelector?: {
                  readonly matchExpressions?: readonly ({
                    readonly key: string
                    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
                    readonly values?: readonly string[]
                  })[]
                  readonly matchLabels?: { readonly [key: string]: string }
                }
                readonly namespaces?: readonly string[]
                readonly topologyKey: string
              }
              readonly weight: number
            })[]
            readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly ({
              readonly labelSelector?: {
                readonly matchExpressions?: readonly ({
                  readonly key: string
                  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
                  readonly values?: readonly string[]
                })[]
                readonly matchLabels?: { readonly [key: string]: string }
              }
              readonly matchLabelKeys?: readonly string[]
              readonly mismatchLabelKeys?: readonly string[]
              readonly namespaceSelector?: {
                readonly matchExpressions?: readonly ({
                  readonly key: string
                  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
                  readonly values?: readonly string[]
                })[]
                readonly matchLabels?: { readonly [key: string]: string }
              }
              readonly namespaces?: readonly string[]
              readonly topologyKey: string
            })[]
          }
        }
        readonly automountServiceAccountToken?: boolean
        readonly containers: readonly ({
          readonly args?: readonly string[]
          readonly command?: readonly string[]
          readonly env?: readonly {
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
                readonly divisor?: string
                readonly resource: string
              }
              readonly secretKeyRef?: {
                readonly key: string
                readonly name?: string
                readonly optional?: boolean
              }
            }
          }[]
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
          readonly image?: string
          readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never'
          readonly lifecycle?: {
            readonly postStart?: {
              readonly exec?: {
                readonly command?: readonly string[]
              }
              readonly httpGet?: {
                readonly host?: string
                readonly httpHeaders?: readonly {
                  readonly name: string
                  readonly value: string
                }[]
                readonly path?: string
                readonly port: number | string
                readonly scheme?: 'HTTP' | 'HTTPS'
              }
              readonly sleep?: {
                readonly seconds: number
              }
              readonly tcpSocket?: {
                readonly host?: string
                readonly port: number | string
              }
            }
            readonly preStop?: {
              readonly exec?: {
                readonly command?: readonly string[]
              }
              readonly httpGet?: {
                readonly host?: string
                readonly httpHeaders?: readonly {
                  readonly name: string
                  readonly value: string
                }[]
                readonly path?: string
                readonly port: number | string
                readonly scheme?: 'HTTP' | 'HTTPS'
              }
              readonly sleep?: {
                readonly seconds: number
              }
              readonly tcpSocket?: {
                readonly host?: string
                readonly port: number | string
              }
            }
            readonly stopSignal?: string
          }
          readonly livenessProbe?: {
            readonly exec?: {
              readonly command?: readonly string[]
            }
            readonly failureThreshold?: number
            readonly grpc?: {
              readonly port: number
              readonly service?: string
            }
            readonly httpGet?: {
              readonly host?: string
              readonly httpHeaders?: readonly {
                readonly name: string
                readonly value: string
              }[]
              readonly path?: string
              readonly port: number | string
              readonly scheme?: 'HTTP' | 'HTTPS'
            }
            readonly initialDelaySeconds?: number
            readonly periodSeconds?: number
            readonly successThreshold?: number
            readonly tcpSocket?: {
              readonly host?: string
              readonly port: number | string
            }
            readonly terminationGracePeriodSeconds?: number
            readonly timeoutSeconds?: number
          }
          readonly name: string
          readonly ports?: readonly ({
            readonly containerPort: number
            readonly hostIP?: string
            readonly hostPort?: number
            readonly name?: string
            readonly protocol?: 'TCP' | 'UDP' | 'SCTP'
          })[]
          readonly readinessProbe?: {
            readonly exec?: {
              readonly command?: readonly string[]
            }
            readonly failureThreshold?: number
            readonly grpc?: {
              readonly port: number
              readonly service?: string
            }
            readonly httpGet?: {
              readonly host?: string
              readonly httpHeaders?: readonly {
                readonly name: string
                readonly value: string
              }[]
              readonly path?: string
              readonly port: number | string
              readonly scheme?: 'HTTP' | 'HTTPS'
            }
            readonly initialDelaySeconds?: number
            readonly periodSeconds?: number
            readonly successThreshold?: number
            readonly tcpSocket?: {
              readonly host?: string
              readonly port: number | string
            }
            readonly terminationGracePeriodSeconds?: number
            readonly timeoutSeconds?: number
          }
          readonly resizePolicy?: readonly {
            readonly resourceName: string
            readonly restartPolicy: string
          }[]
          readonly resources?: {
            readonly claims?: readonly {
              readonly name: string
              readonly request?: string
            }[]
            readonly limits?: { readonly [key: string]: string }
            readonly requests?: { readonly [key: string]: string }
          }
          readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never'
          readonly restartPolicyRules?: readonly {
            readonly action: string
            readonly exitCodes?: {
              readonly operator: string
              readonly values?: readonly number[]
            }
          }[]
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
              readonly type: 'RuntimeDefault' | 'Localhost' | 'Unconfined'
            }
            readonly windowsOptions?: {
              readonly gmsaCredentialSpec?: string
              readonly gmsaCredentialSpecName?: string
              readonly hostProcess?: boolean
              readonly runAsUserName?: string
            }
          }
          readonly startupProbe?: {
            readonly exec?: {
              readonly command?: readonly string[]
            }
            readonly failureThreshold?: number
            readonly grpc?: {
              readonly port: number
              readonly service?: string
            }
            readonly httpGet?: {
              readonly host?: string
              readonly httpHeaders?: readonly {
                readonly name: string
                readonly value: string
              }[]
              readonly path?: string
              readonly port: number | string
              readonly scheme?: 'HTTP' | 'HTTPS'
            }
            readonly initialDelaySeconds?: number
            readonly periodSeconds?: number
            readonly successThreshold?: number
            readonly tcpSocket?: {
              readonly host?: string
              readonly port: number | string
            }
            readonly terminationGracePeriodSeconds?: number
            readonly timeoutSeconds?: number
          }
          readonly stdin?: boolean
          readonly stdinOnce?: boolean
          readonly terminationMessagePath?: string
          readonly terminationMessagePolicy?: string
          readonly tty?: boolean
          readonly volumeDevices?: readonly {
            readonly devicePath: string
            readonly name: string
          }[]
          readonly volumeMounts?: readonly {
            readonly mountPath: string
            readonly mountPropagation?: string
            readonly name: string
            readonly readOnly?: boolean
            readonly recursiveReadOnly?: string
            readonly subPath?: string
            readonly subPathExpr?: string
          }[]
          readonly workingDir?: string
        })[]
        readonly dnsConfig?: {
          readonly nameservers?: readonly string[]
          readonly options?: readonly {
            readonly name?: string
            readonly value?: string
          }[]
          readonly searches?: readonly string[]
        }
        readonly dnsPolicy?: string
        readonly enableServiceLinks?: boolean
        readonly hostAliases?: readonly {
          readonly hostnames?: readonly string[]
          readonly ip: string
        }[]
        readonly hostUsers?: boolean
        readonly hostname?: string
        readonly hostnameOverride?: string
        readonly imagePullSecrets?: readonly {
          readonly name?: string
        }[]
        readonly initContainers?: readonly ({
          readonly args?: readonly string[]
          readonly command?: readonly string[]
          readonly env?: readonly {
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
                readonly divisor?: string
                readonly resource: string
              }
              readonly secretKeyRef?: {
                readonly key: string
                readonly name?: string
                readonly optional?: boolean
              }
            }
          }[]
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
          readonly image?: string
          readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never'
          readonly lifecycle?: {
            readonly postStart?: {
              readonly exec?: {
                readonly command?: readonly string[]
              }
              readonly httpGet?: {
                readonly host?: string
                readonly httpHeaders?: readonly {
                  readonly name: string
                  readonly value: string
                }[]
                readonly path?: string
                readonly port: number | string
                readonly scheme?: 'HTTP' | 'HTTPS'
              }
              readonly sleep?: {
                readonly seconds: number
              }
              readonly tcpSocket?: {
                readonly host?: string
                readonly port: number | string
              }
            }
            readonly preStop?: {
              readonly exec?: {
                readonly command?: readonly string[]
              }
              readonly httpGet?: {
                readonly host?: string
                readonly httpHeaders?: readonly {
                  readonly name: string
                  readonly value: string
                }[]
                readonly path?: string
                readonly port: number | string
                readonly scheme?: 'HTTP' | 'HTTPS'
              }
              readonly sleep?: {
                readonly seconds: number
              }
              readonly tcpSocket?: {
                readonly host?: string
                readonly port: number | string
              }
            }
            readonly stopSignal?: string
          }
          readonly livenessProbe?: {
            readonly exec?: {
              readonly command?: readonly string[]
            }
            readonly failureThreshold?: number
            readonly grpc?: {
              readonly port: number
              readonly service?: string
            }
            readonly httpGet?: {
              readonly host?: string
              readonly httpHeaders?: readonly {
                readonly name: string
                readonly value: string
              }[]
              readonly path?: string
              readonly port: number | string
              readonly scheme?: 'HTTP' | 'HTTPS'
            }
            readonly initialDelaySeconds?: number
            readonly periodSeconds?: number
            readonly successThreshold?: number
            readonly tcpSocket?: {
              readonly host?: string
              readonly port: number | string
            }
            readonly terminationGracePeriodSeconds?: number
            readonly timeoutSeconds?: number
          }
          readonly name: string
          readonly ports?: readonly ({
            readonly containerPort: number
            readonly hostIP?: string
            readonly hostPort?: number
            readonly name?: string
            readonly protocol?: 'TCP' | 'UDP' | 'SCTP'
          })[]
          readonly readinessProbe?: {
            readonly exec?: {
              readonly command?: readonly string[]
            }
            readonly failureThreshold?: number
            readonly grpc?: {
              readonly port: number
              readonly service?: string
            }
            readonly httpGet?: {
              readonly host?: string
              readonly httpHeaders?: readonly {
                readonly name: string
                readonly value: string
              }[]
              readonly path?: string
              readonly port: number | string
              readonly scheme?: 'HTTP' | 'HTTPS'
            }
            readonly initialDelaySeconds?: number
            readonly periodSeconds?: number
            readonly successThreshold?: number
            readonly tcpSocket?: {
              readonly host?: string
              readonly port: number | string
            }
            readonly terminationGracePeriodSeconds?: number
            readonly timeoutSeconds?: number
          }
          readonly resizePolicy?: readonly {
            readonly resourceName: string
            readonly restartPolicy: string
          }[]
          readonly resources?: {
            readonly claims?: readonly {
              readonly name: string
              readonly request?: string
            }[]
            readonly limits?: { readonly [key: string]: string }
            readonly requests?: { readonly [key: string]: string }
          }
          readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never'
          readonly restartPolicyRules?: readonly {
            readonly action: string
            readonly exitCodes?: {
              readonly operator: string
              readonly values?: readonly number[]
            }
          }[]
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
              readonly type: 'RuntimeDefault' | 'Localhost' | 'Unconfined'
            }
            readonly windowsOptions?: {
              readonly gmsaCredentialSpec?: string
              readonly gmsaCredentialSpecName?: string
              readonly hostProcess?: boolean
              readonly runAsUserName?: string
            }
          }
          readonly startupProbe?: {
            readonly exec?: {
              readonly command?: readonly string[]
            }
            readonly failureThreshold?: number
            readonly grpc?: {
              readonly port: number
              readonly service?: string
            }
            readonly httpGet?: {
              readonly host?: string
              readonly httpHeaders?: readonly {
                readonly name: string
                readonly value: string
              }[]
              readonly path?: string
              readonly port: number | string
              readonly scheme?: 'HTTP' | 'HTTPS'
            }
            readonly initialDelaySeconds?: number
            readonly periodSeconds?: number
            readonly successThreshold?: number
            readonly tcpSocket?: {
              readonly host?: string
              readonly port: number | string
            }
            readonly terminationGracePeriodSeconds?: number
            readonly timeoutSeconds?: number
          }
          readonly stdin?: boolean
          readonly stdinOnce?: boolean
          readonly terminationMessagePath?: string
          readonly terminationMessagePolicy?: string
          readonly tty?: boolean
          readonly volumeDevices?: readonly {
            readonly devicePath: string
            readonly name: string
          }[]
          readonly volumeMounts?: readonly {
            readonly mountPath: string
            readonly mountPropagation?: string
            readonly name: string
            readonly readOnly?: boolean
            readonly recursiveReadOnly?: string
            readonly subPath?: string
            readonly subPathExpr?: string
          }[]
          readonly workingDir?: string
        })[]
        readonly nodeName?: string
        readonly nodeSelector?: { readonly [key: string]: string }
        readonly os?: {
          readonly name: string
        }
        readonly overhead?: { readonly [key: string]: string }
        readonly preemptionPolicy?: string
        readonly priority?: number
        readonly priorityClassName?: string
        readonly readinessGates?: readonly {
          readonly conditionType: string
        }[]
        readonly resourceClaims?: readonly {
          readonly name: string
          readonly resourceClaimName?: string
          readonly resourceClaimTemplateName?: string
        }[]
        readonly resources?: {
          readonly claims?: readonly {
            readonly name: string
            readonly request?: string
          }[]
          readonly limits?: { readonly [key: string]: string }
          readonly requests?: { readonly [key: string]: string }
        }
        readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never'
        readonly runtimeClassName?: string
        readonly schedulerName?: string
        readonly schedulingGates?: readonly {
          readonly name: string
        }[]
        readonly securityContext?: {
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
            readonly type: 'RuntimeDefault' | 'Localhost' | 'Unconfined'
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
        readonly serviceAccountName?: string
        readonly setHostnameAsFQDN?: boolean
        readonly shareProcessNamespace?: boolean
        readonly subdomain?: string
        readonly terminationGracePeriodSeconds?: number
        readonly tolerations?: readonly ({
          readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute'
          readonly key?: string
          readonly operator?: 'Exists' | 'Equal'
          readonly tolerationSeconds?: number
          readonly value?: string
        })[]
        readonly topologySpreadConstraints?: readonly ({
          readonly labelSelector?: {
            readonly matchExpressions?: readonly ({
              readonly key: string
              readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
              readonly values?: readonly string[]
            })[]
            readonly matchLabels?: { readonly [key: string]: string }
          }
          readonly matchLabelKeys?: readonly string[]
          readonly maxSkew: number
          readonly minDomains?: number
          readonly nodeAffinityPolicy?: string
          readonly nodeTaintsPolicy?: string
          readonly topologyKey: string
          readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway'
        })[]
        readonly volumes?: readonly ({
          readonly configMap?: {
            readonly defaultMode?: number
            readonly items?: readonly {
              readonly key: string
              readonly mode?: number
              readonly path: string
            }[]
            readonly name?: string
            readonly optional?: boolean
          }
          readonly csi?: {
            readonly driver: string
            readonly fsType?: string
            readonly nodePublishSecretRef?: {
              readonly name?: string
            }
            readonly readOnly?: boolean
            readonly volumeAttributes?: { readonly [key: string]: string }
          }
          readonly downwardAPI?: {
            readonly defaultMode?: number
            readonly items?: readonly {
              readonly fieldRef?: {
                readonly apiVersion?: string
                readonly fieldPath: string
              }
              readonly mode?: number
              readonly path: string
              readonly resourceFieldRef?: {
                readonly containerName?: string
                readonly divisor?: string
                readonly resource: string
              }
            }[]
          }
          readonly emptyDir?: {
            readonly medium?: '' | 'Memory'
            readonly sizeLimit?: string
          }
          readonly ephemeral?: {
            readonly volumeClaimTemplate?: {
              readonly metadata?: {
                readonly annotations?: { readonly [key: string]: string }
                readonly labels?: { readonly [key: string]: string }
              }
              readonly spec: {
                readonly accessModes?: readonly ('ReadWriteOnce' | 'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOncePod')[]
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
                  readonly limits?: { readonly [key: string]: string }
                  readonly requests?: { readonly [key: string]: string }
                }
                readonly selector?: {
                  readonly matchExpressions?: readonly ({
                    readonly key: string
                    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
                    readonly values?: readonly string[]
                  })[]
                  readonly matchLabels?: { readonly [key: string]: string }
                }
                readonly storageClassName?: string
                readonly volumeAttributesClassName?: string
                readonly volumeMode?: string
                readonly volumeName?: string
              }
            }
          }
          readonly image?: {
            readonly pullPolicy?: string
            readonly reference?: string
          }
          readonly name: string
          readonly persistentVolumeClaim?: {
            readonly claimName: string
            readonly readOnly?: boolean
          }
          readonly projected?: {
            readonly defaultMode?: number
            readonly sources?: readonly ({
              readonly clusterTrustBundle?: {
                readonly labelSelector?: {
                  readonly matchExpressions?: readonly ({
                    readonly key: string
                    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
                    readonly values?: readonly string[]
                  })[]
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
                readonly items?: readonly {
                  readonly fieldRef?: {
                    readonly apiVersion?: string
                    readonly fieldPath: string
                  }
                  readonly mode?: number
                  readonly path: string
                  readonly resourceFieldRef?: {
                    readonly containerName?: string
                    readonly divisor?: string
                    readonly resource: string
                  }
                }[]
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
          readonly secret?: {
            readonly defaultMode?: number
            readonly items?: readonly {
              readonly key: string
              readonly mode?: number
              readonly path: string
            }[]
            readonly optional?: boolean
            readonly secretName?: string
          }
        })[]
        readonly workloadRef?: {
          readonly name: string
          readonly podGroup: string
          readonly podGroupReplicaKey?: string
        }
      }
    }
    readonly ttlSecondsAfterFinished?: number
  }
}

export const Job = kindOf<Job>('batch/v1', 'Job')
