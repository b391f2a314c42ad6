// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type SubnetGroup = {
  readonly apiVersion: 'rds.aws.m.upbound.io/v1beta1'
  readonly kind: 'SubnetGroup'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly description?: string
      readonly region: string
      readonly subnetIdRefs?: readonly ({
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      })[]
      readonly subnetIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly subnetIds?: readonly string[]
      readonly tags?: { readonly [key: string]: string }
    }
    readonly initProvider?: {
      readonly description?: string
      readonly subnetIdRefs?: readonly ({
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      })[]
      readonly subnetIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly subnetIds?: readonly string[]
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

export const SubnetGroup = kindOf<SubnetGroup>('rds.aws.m.upbound.io/v1beta1', 'SubnetGroup')
