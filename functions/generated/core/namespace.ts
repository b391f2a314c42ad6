// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ClusterObjectMeta } from '../../runtime/resource-kind.ts'

export type Namespace = {
  readonly apiVersion: 'v1'
  readonly kind: 'Namespace'
  readonly metadata: ClusterObjectMeta
  readonly spec?: {
    readonly finalizers?: readonly string[]
  }
}

export const Namespace = kindOf<Namespace>('v1', 'Namespace')
