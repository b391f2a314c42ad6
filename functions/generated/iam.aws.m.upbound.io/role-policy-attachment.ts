// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type RolePolicyAttachment = {
  readonly apiVersion: 'iam.aws.m.upbound.io/v1beta1'
  readonly kind: 'RolePolicyAttachment'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly policyArn?: string
      readonly policyArnRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly policyArnSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly role?: string
      readonly roleRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly roleSelector?: {
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
      readonly policyArn?: string
      readonly policyArnRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly policyArnSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly role?: string
      readonly roleRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly roleSelector?: {
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

export const RolePolicyAttachment = kindOf<RolePolicyAttachment>('iam.aws.m.upbound.io/v1beta1', 'RolePolicyAttachment')
