// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type ResourceQuota = {
  readonly apiVersion: 'v1'
  readonly kind: 'ResourceQuota'
  readonly metadata: ObjectMeta
  readonly spec?: {
    readonly hard?: { readonly [key: string]: string }
    readonly scopeSelector?: {
      readonly matchExpressions?: readonly {
        readonly operator: string
        readonly scopeName: string
        readonly values?: readonly string[]
      }[]
    }
    readonly scopes?: readonly string[]
  }
}

export const ResourceQuota = kindOf<ResourceQuota>('v1', 'ResourceQuota')
