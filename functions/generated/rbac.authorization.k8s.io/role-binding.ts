// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type RoleBinding = {
  readonly apiVersion: 'rbac.authorization.k8s.io/v1'
  readonly kind: 'RoleBinding'
  readonly metadata: ObjectMeta
  readonly roleRef: {
    readonly apiGroup: string
    readonly kind: string
    readonly name: string
  }
  readonly subjects?: readonly {
    readonly apiGroup?: string
    readonly kind: string
    readonly name: string
    readonly namespace?: string
  }[]
}

export const RoleBinding = kindOf<RoleBinding>('rbac.authorization.k8s.io/v1', 'RoleBinding')
