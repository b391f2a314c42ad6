// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type PrometheusRule = {
  readonly apiVersion: 'monitoring.coreos.com/v1'
  readonly kind: 'PrometheusRule'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly groups?: readonly ({
      readonly interval?: string
      readonly labels?: { readonly [key: string]: string }
      readonly limit?: number
      readonly name: string
      readonly partial_response_strategy?: string
      readonly query_offset?: string
      readonly rules?: readonly ({
        readonly alert?: string
        readonly annotations?: { readonly [key: string]: string }
        readonly expr: number | string
        readonly for?: string
        readonly keep_firing_for?: string
        readonly labels?: { readonly [key: string]: string }
        readonly record?: string
      })[]
    })[]
  }
}

export const PrometheusRule = kindOf<PrometheusRule>('monitoring.coreos.com/v1', 'PrometheusRule')
