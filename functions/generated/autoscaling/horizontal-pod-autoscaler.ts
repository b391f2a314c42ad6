// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type HorizontalPodAutoscaler = {
  readonly apiVersion: 'autoscaling/v2'
  readonly kind: 'HorizontalPodAutoscaler'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly behavior?: {
      readonly scaleDown?: {
        readonly policies?: readonly ({
          readonly periodSeconds: number
          readonly type: 'Pods' | 'Percent'
          readonly value: number
        })[]
        readonly selectPolicy?: 'Max' | 'Min' | 'Disabled'
        readonly stabilizationWindowSeconds?: number
        readonly tolerance?: string
      }
      readonly scaleUp?: {
        readonly policies?: readonly ({
          readonly periodSeconds: number
          readonly type: 'Pods' | 'Percent'
          readonly value: number
        })[]
        readonly selectPolicy?: 'Max' | 'Min' | 'Disabled'
        readonly stabilizationWindowSeconds?: number
        readonly tolerance?: string
      }
    }
    readonly maxReplicas: number
    readonly metrics?: readonly ({
      readonly containerResource?: {
        readonly container: string
        readonly name: string
        readonly target: {
          readonly averageUtilization?: number
          readonly averageValue?: string
          readonly type: 'Utilization' | 'Value' | 'AverageValue'
          readonly value?: string
        }
      }
      readonly external?: {
        readonly metric: {
          readonly name: string
          readonly selector?: {
            readonly matchExpressions?: readonly ({
              readonly key: string
              readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
              readonly values?: readonly string[]
            })[]
            readonly matchLabels?: { readonly [key: string]: string }
          }
        }
        readonly target: {
          readonly averageUtilization?: number
          readonly averageValue?: string
          readonly type: 'Utilization' | 'Value' | 'AverageValue'
          readonly value?: string
        }
      }
      readonly object?: {
        readonly describedObject: {
          readonly apiVersion?: string
          readonly kind: string
          readonly name: string
        }
        readonly metric: {
          readonly name: string
          readonly selector?: {
            readonly matchExpressions?: readonly ({
              readonly key: string
              readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
              readonly values?: readonly string[]
            })[]
            readonly matchLabels?: { readonly [key: string]: string }
          }
        }
        readonly target: {
          readonly averageUtilization?: number
          readonly averageValue?: string
          readonly type: 'Utilization' | 'Value' | 'AverageValue'
          readonly value?: string
        }
      }
      readonly pods?: {
        readonly metric: {
          readonly name: string
          readonly selector?: {
            readonly matchExpressions?: readonly ({
              readonly key: string
              readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
              readonly values?: readonly string[]
            })[]
            readonly matchLabels?: { readonly [key: string]: string }
          }
        }
        readonly target: {
          readonly averageUtilization?: number
          readonly averageValue?: string
          readonly type: 'Utilization' | 'Value' | 'AverageValue'
          readonly value?: string
        }
      }
      readonly resource?: {
        readonly name: string
        readonly target: {
          readonly averageUtilization?: number
          readonly averageValue?: string
          readonly type: 'Utilization' | 'Value' | 'AverageValue'
          readonly value?: string
        }
      }
      readonly type: 'Resource' | 'ContainerResource' | 'Pods' | 'Object' | 'External'
    })[]
    readonly minReplicas?: number
    readonly scaleTargetRef: {
      readonly apiVersion?: string
      readonly kind: string
      readonly name: string
    }
  }
}

export const HorizontalPodAutoscaler = kindOf<HorizontalPodAutoscaler>('autoscaling/v2', 'HorizontalPodAutoscaler')
