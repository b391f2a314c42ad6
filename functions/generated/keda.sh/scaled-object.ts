// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type ScaledObject = {
  readonly apiVersion: 'keda.sh/v1alpha1'
  readonly kind: 'ScaledObject'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly advanced?: {
      readonly horizontalPodAutoscalerConfig?: {
        readonly behavior?: {
          readonly scaleDown?: {
            readonly policies?: readonly {
              readonly periodSeconds: number
              readonly type: string
              readonly value: number
            }[]
            readonly selectPolicy?: string
            readonly stabilizationWindowSeconds?: number
            readonly tolerance?: number | string
          }
          readonly scaleUp?: {
            readonly policies?: readonly {
              readonly periodSeconds: number
              readonly type: string
              readonly value: number
            }[]
            readonly selectPolicy?: string
            readonly stabilizationWindowSeconds?: number
            readonly tolerance?: number | string
          }
        }
        readonly name?: string
      }
      readonly restoreToOriginalReplicaCount?: boolean
      readonly scalingModifiers?: {
        readonly activationTarget?: string
        readonly formula?: string
        readonly metricType?: 'AverageValue' | 'Value'
        readonly target?: string
      }
    }
    readonly cooldownPeriod?: number
    readonly fallback?: {
      readonly behavior?: 'static' | 'currentReplicas' | 'currentReplicasIfHigher' | 'currentReplicasIfLower' | 'scalingModifiers'
      readonly failureThreshold: number
      readonly replicas: number
    }
    readonly idleReplicaCount?: number
    readonly initialCooldownPeriod?: number
    readonly maxReplicaCount?: number
    readonly minReplicaCount?: number
    readonly pollingInterval?: number
    readonly scaleTargetRef: {
      readonly apiVersion?: string
      readonly envSourceContainerName?: string
      readonly kind?: string
      readonly name: string
    }
    readonly triggers: readonly ({
      readonly authenticationRef?: {
        readonly kind?: 'TriggerAuthentication' | 'ClusterTriggerAuthentication'
        readonly name: string
      }
      readonly metadata: { readonly [key: string]: string }
      readonly metricType?: string
      readonly name?: string
      readonly type: string
      readonly useCachedMetrics?: boolean
    })[]
  }
}

export const ScaledObject = kindOf<ScaledObject>('keda.sh/v1alpha1', 'ScaledObject')
