// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type LimitRange = {
  readonly apiVersion: 'v1'
  readonly kind: 'LimitRange'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly limits: readonly ({
      readonly default?: { readonly [key: string]: string }
      readonly defaultRequest?: { readonly [key: string]: string }
      readonly max?: { readonly [key: string]: string }
      readonly maxLimitRequestRatio?: { readonly [key: string]: string }
      readonly min?: { readonly [key: string]: string }
      readonly type: 'Container' | 'Pod' | 'PersistentVolumeClaim'
    })[]
  }
}

export const LimitRange = kindOf<LimitRange>('v1', 'LimitRange')
