// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type PodDisruptionBudget = {
  readonly apiVersion: 'policy/v1'
  readonly kind: 'PodDisruptionBudget'
  readonly metadata: ObjectMeta
  readonly spec?: {
    readonly maxUnavailable?: number | string
    readonly minAvailable?: number | string
    readonly selector?: {
      readonly matchExpressions?: readonly ({
        readonly key: string
        readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
        readonly values?: readonly string[]
      })[]
      readonly matchLabels?: { readonly [key: string]: string }
    }
    readonly unhealthyPodEvictionPolicy?: 'IfHealthyBudget' | 'AlwaysAllow'
  }
}

export const PodDisruptionBudget = kindOf<PodDisruptionBudget>('policy/v1', 'PodDisruptionBudget')
