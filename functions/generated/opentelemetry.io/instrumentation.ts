// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type Instrumentation = {
  readonly apiVersion: 'opentelemetry.io/v1alpha1'
  readonly kind: 'Instrumentation'
  readonly metadata: ObjectMeta
  readonly spec?: {
    readonly apacheHttpd?: {
      readonly attrs?: readonly ({
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
      readonly configPath?: string
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
      readonly image?: string
      readonly resourceRequirements?: {
        readonly claims?: readonly {
          readonly name: string
          readonly request?: string
        }[]
        readonly limits?: { readonly [key: string]: number | string }
        readonly requests?: { readonly [key: string]: number | string }
      }
      readonly version?: string
      readonly volumeClaimTemplate?: {
        readonly metadata?: {
          readonly annotations?: { readonly [key: string]: string }
          readonly finalizers?: readonly string[]
          readonly labels?: { readonly [key: string]: string }
          readonly name?: string
          readonly namespace?: string
        }
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
      readonly volumeLimitSize?: number | string
    }
    readonly defaults?: {
      readonly useLabelsForResourceAttributes?: boolean
    }
    readonly dotnet?: {
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
      readonly image?: string
      readonly resourceRequirements?: {
        readonly claims?: readonly {
          readonly name: string
          readonly request?: string
        }[]
        readonly limits?: { readonly [key: string]: number | string }
        readonly requests?: { readonly [key: string]: number | string }
      }
      readonly volumeClaimTemplate?: {
        readonly metadata?: {
          readonly annotations?: { readonly [key: string]: string }
          readonly finalizers?: readonly string[]
          readonly labels?: { readonly [key: string]: string }
          readonly name?: string
          readonly namespace?: string
        }
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
      readonly volumeLimitSize?: number | string
    }
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
    readonly exporter?: {
      readonly endpoint?: string
      readonly tls?: {
        readonly ca_file?: string
        readonly cert_file?: string
        readonly configMapName?: string
        readonly key_file?: string
        readonly secretName?: string
      }
    }
    readonly go?: {
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
      readonly image?: string
      readonly resourceRequirements?: {
        readonly claims?: readonly {
          readonly name: string
          readonly request?: string
        }[]
        readonly limits?: { readonly [key: string]: number | string }
        readonly requests?: { readonly [key: string]: number | string }
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
      readonly volumeClaimTemplate?: {
        readonly metadata?: {
          readonly annotations?: { readonly [key: string]: string }
          readonly finalizers?: readonly string[]
          readonly labels?: { readonly [key: string]: string }
          readonly name?: string
          readonly namespace?: string
        }
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
      readonly volumeLimitSize?: number | string
    }
    readonly imagePullPolicy?: string
    readonly initContainerSecurityContext?: {
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
    readonly java?: {
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
      readonly extensions?: readonly {
        readonly dir: string
        readonly image: string
      }[]
      readonly image?: string
      readonly resources?: {
        readonly claims?: readonly {
          readonly name: string
          readonly request?: string
        }[]
        readonly limits?: { readonly [key: string]: number | string }
        readonly requests?: { readonly [key: string]: number | string }
      }
      readonly volumeClaimTemplate?: {
        readonly metadata?: {
          readonly annotations?: { readonly [key: string]: string }
          readonly finalizers?: readonly string[]
          readonly labels?: { readonly [key: string]: string }
          readonly name?: string
          readonly namespace?: string
        }
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
      readonly volumeLimitSize?: number | string
    }
    readonly nginx?: {
      readonly attrs?: readonly ({
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
      readonly configFile?: string
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
      readonly image?: string
      readonly resourceRequirements?: {
        readonly claims?: readonly {
          readonly name: string
          readonly request?: string
        }[]
        readonly limits?: { readonly [key: string]: number | string }
        readonly requests?: { readonly [key: string]: number | string }
      }
      readonly volumeClaimTemplate?: {
        readonly metadata?: {
          readonly annotations?: { readonly [key: string]: string }
          readonly finalizers?: readonly string[]
          readonly labels?: { readonly [key: string]: string }
          readonly name?: string
          readonly namespace?: string
        }
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
      readonly volumeLimitSize?: number | string
    }
    readonly nodejs?: {
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
      readonly image?: string
      readonly resourceRequirements?: {
        readonly claims?: readonly {
          readonly name: string
          readonly request?: string
        }[]
        readonly limits?: { readonly [key: string]: number | string }
        readonly requests?: { readonly [key: string]: number | string }
      }
      readonly volumeClaimTemplate?: {
        readonly metadata?: {
          readonly annotations?: { readonly [key: string]: string }
          readonly finalizers?: readonly string[]
          readonly labels?: { readonly [key: string]: string }
          readonly name?: string
          readonly namespace?: string
        }
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
      readonly volumeLimitSize?: number | string
    }
    readonly propagators?: readonly ('tracecontext' | 'baggage' | 'b3' | 'b3multi' | 'jaeger' | 'xray' | 'ottrace' | 'none')[]
    readonly python?: {
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
      readonly image?: string
      readonly resourceRequirements?: {
        readonly claims?: readonly {
          readonly name: string
          readonly request?: string
        }[]
        readonly limits?: { readonly [key: string]: number | string }
        readonly requests?: { readonly [key: string]: number | string }
      }
      readonly volumeClaimTemplate?: {
        readonly metadata?: {
          readonly annotations?: { readonly [key: string]: string }
          readonly finalizers?: readonly string[]
          readonly labels?: { readonly [key: string]: string }
          readonly name?: string
          readonly namespace?: string
        }
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
      readonly volumeLimitSize?: number | string
    }
    readonly resource?: {
      readonly addK8sUIDAttributes?: boolean
      readonly resourceAttributes?: { readonly [key: string]: string }
    }
    readonly sampler?: {
      readonly argument?: string
      readonly type?: 'always_on' | 'always_off' | 'traceidratio' | 'parentbased_always_on' | 'parentbased_always_off' | 'parentbased_traceidratio' | 'jaeger_remote' | 'xray'
    }
  }
}

export const Instrumentation = kindOf<Instrumentation>('opentelemetry.io/v1alpha1', 'Instrumentation')
