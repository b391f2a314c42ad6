// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type ProjectIAMMember = {
  readonly apiVersion: 'cloudplatform.gcp.m.upbound.io/v1beta1'
  readonly kind: 'ProjectIAMMember'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly condition?: {
        readonly description?: string
        readonly expression?: string
        readonly title?: string
      }
      readonly member?: string
      readonly project?: string
      readonly projectRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly projectSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly role?: string
    }
    readonly initProvider?: {
      readonly condition?: {
        readonly description?: string
        readonly expression?: string
        readonly title?: string
      }
      readonly member?: string
      readonly project?: string
      readonly projectRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly projectSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly role?: string
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

export const ProjectIAMMember = kindOf<ProjectIAMMember>('cloudplatform.gcp.m.upbound.io/v1beta1', 'ProjectIAMMember')
