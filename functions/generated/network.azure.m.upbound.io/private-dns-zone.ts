// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type PrivateDNSZone = {
  readonly apiVersion: 'network.azure.m.upbound.io/v1beta1'
  readonly kind: 'PrivateDNSZone'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly resourceGroupName?: string
      readonly resourceGroupNameRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly resourceGroupNameSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly soaRecord?: {
        readonly email?: string
        readonly expireTime?: number
        readonly minimumTtl?: number
        readonly refreshTime?: number
        readonly retryTime?: number
        readonly tags?: { readonly [key: string]: string }
        readonly ttl?: number
      }
      readonly tags?: { readonly [key: string]: string }
    }
    readonly initProvider?: {
      readonly soaRecord?: {
        readonly email?: string
        readonly expireTime?: number
        readonly minimumTtl?: number
        readonly refreshTime?: number
        readonly retryTime?: number
        readonly tags?: { readonly [key: string]: string }
        readonly ttl?: number
      }
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

export const PrivateDNSZone = kindOf<PrivateDNSZone>('network.azure.m.upbound.io/v1beta1', 'PrivateDNSZone')
