// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type FlexibleServerFirewallRule = {
  readonly apiVersion: 'dbforpostgresql.azure.m.upbound.io/v1beta1'
  readonly kind: 'FlexibleServerFirewallRule'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly forProvider: {
      readonly endIpAddress?: string
      readonly serverId?: string
      readonly serverIdRef?: {
        readonly name: string
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly serverIdSelector?: {
        readonly matchControllerRef?: boolean
        readonly matchLabels?: { readonly [key: string]: string }
        readonly namespace?: string
        readonly policy?: {
          readonly resolution?: 'Required' | 'Optional'
          readonly resolve?: 'Always' | 'IfNotPresent'
        }
      }
      readonly startIpAddress?: string
    }
    readonly initProvider?: {
      readonly endIpAddress?: string
      readonly startIpAddress?: string
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

export const FlexibleServerFirewallRule = kindOf<FlexibleServerFirewallRule>('dbforpostgresql.azure.m.upbound.io/v1beta1', 'FlexibleServerFirewallRule')
