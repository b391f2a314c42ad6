// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type ParameterGroup = {
  readonly apiVersion: 'rds.aws.m.upbound.io/v1beta1'
  readonly kind: 'ParameterGroup'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly description?: string
      readonly family?: string
      readonly parameter?: readonly {
        readonly applyMethod?: string
        readonly name?: string
        readonly value?: string
      }[]
      readonly region: string
      readonly skipDestroy?: boolean
      readonly tags?: { readonly [key: string]: string }
    }
    readonly initProvider?: {
      readonly description?: string
      readonly family?: string
      readonly parameter?: readonly {
        readonly applyMethod?: string
        readonly name?: string
        readonly value?: string
      }[]
      readonly skipDestroy?: boolean
      readonly tags?: { readonly [key: string]: string }
    }
    readonly managementPolicies?: readonly ('Observe' | 'Create' | 'Update' | 'Delete' | 'LateInitialize' | '*')[]
    readonly providerConfigRef?: {
      readonly kind: string
      readonly name: string
    }
    readonly writeConnectionSecretToRef?: {
      readonly name: string
    }
  }
}

export const ParameterGroup = kindOf<ParameterGroup>('rds.aws.m.upbound.io/v1beta1', 'ParameterGroup')
