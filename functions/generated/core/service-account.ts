// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type ServiceAccount = {
  readonly apiVersion: 'v1'
  readonly kind: 'ServiceAccount'
  readonly metadata: ObjectMeta
  readonly automountServiceAccountToken?: boolean
  readonly imagePullSecrets?: readonly {
    readonly name?: string
  }[]
  readonly secrets?: readonly {
    readonly apiVersion?: string
    readonly fieldPath?: string
    readonly kind?: string
    readonly name?: string
    readonly namespace?: string
    readonly resourceVersion?: string
    readonly uid?: string
  }[]
}

export const ServiceAccount = kindOf<ServiceAccount>('v1', 'ServiceAccount')
