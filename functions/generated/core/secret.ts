// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type Secret = {
  readonly apiVersion: 'v1'
  readonly kind: 'Secret'
  readonly metadata: ObjectMeta
  readonly data?: { readonly [key: string]: string }
  readonly immutable?: boolean
  readonly stringData?: { readonly [key: string]: string }
  readonly type?: string
}

export const Secret = kindOf<Secret>('v1', 'Secret')
