// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type ListenerSet = {
  readonly apiVersion: 'gateway.networking.k8s.io/v1'
  readonly kind: 'ListenerSet'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly listeners: readonly ({
      readonly allowedRoutes?: {
        readonly kinds?: readonly {
          readonly group?: string
          readonly kind: string
        }[]
        readonly namespaces?: {
          readonly from?: 'All' | 'Selector' | 'Same'
          readonly selector?: {
            readonly matchExpressions?: readonly {
              readonly key: string
              readonly operator: string
              readonly values?: readonly string[]
            }[]
            readonly matchLabels?: { readonly [key: string]: string }
          }
        }
      }
      readonly hostname?: string
      readonly name: string
      readonly port: number
      readonly protocol: string
      readonly tls?: {
        readonly certificateRefs?: readonly {
          readonly group?: string
          readonly kind?: string
          readonly name: string
          readonly namespace?: string
        }[]
        readonly mode?: 'Terminate' | 'Passthrough'
        readonly options?: { readonly [key: string]: string }
      }
    })[]
    readonly parentRef: {
      readonly group?: string
      readonly kind?: string
      readonly name: string
      readonly namespace?: string
    }
  }
}

export const ListenerSet = kindOf<ListenerSet>('gateway.networking.k8s.io/v1', 'ListenerSet')
