// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type Service = {
  readonly apiVersion: 'v1'
  readonly kind: 'Service'
  readonly metadata: ObjectMeta
  readonly spec?: {
    readonly allocateLoadBalancerNodePorts?: boolean
    readonly clusterIP?: string
    readonly clusterIPs?: readonly string[]
    readonly externalIPs?: readonly string[]
    readonly externalName?: string
    readonly externalTrafficPolicy?: string
    readonly healthCheckNodePort?: number
    readonly internalTrafficPolicy?: string
    readonly ipFamilies?: readonly string[]
    readonly ipFamilyPolicy?: string
    readonly loadBalancerClass?: string
    readonly loadBalancerIP?: string
    readonly loadBalancerSourceRanges?: readonly string[]
    readonly ports?: readonly ({
      readonly appProtocol?: string
      readonly name?: string
      readonly nodePort?: number
      readonly port: number
      readonly protocol?: 'TCP' | 'UDP' | 'SCTP'
      readonly targetPort?: number | string
    })[]
    readonly publishNotReadyAddresses?: boolean
    readonly selector?: { readonly [key: string]: string }
    readonly sessionAffinity?: string
    readonly sessionAffinityConfig?: {
      readonly clientIP?: {
        readonly timeoutSeconds?: number
      }
    }
    readonly trafficDistribution?: string
    readonly type?: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName'
  }
}

export const Service = kindOf<Service>('v1', 'Service')
