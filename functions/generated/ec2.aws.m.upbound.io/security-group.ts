// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type SecurityGroup = {
  readonly apiVersion: 'ec2.aws.m.upbound.io/v1beta1'
  readonly kind: 'SecurityGroup'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly description?: string
      readonly name?: string
      readonly region: string
      readonly revokeRulesOnDelete?: boolean
      readonly tags?: { readonly [key: string]: string }
      readonly vpcId?: string
      readonly vpcIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly vpcIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
    }
    readonly initProvider?: {
      readonly description?: string
      readonly name?: string
      readonly revokeRulesOnDelete?: boolean
      readonly tags?: { readonly [key: string]: string }
      readonly vpcId?: string
      readonly vpcIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly vpcIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
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

export const SecurityGroup = kindOf<SecurityGroup>('ec2.aws.m.upbound.io/v1beta1', 'SecurityGroup')
