// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type GRPCRoute = {
  readonly apiVersion: 'gateway.networking.k8s.io/v1'
  readonly kind: 'GRPCRoute'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly hostnames?: readonly string[]
    readonly parentRefs?: readonly {
      readonly group?: string
      readonly kind?: string
      readonly name: string
      readonly namespace?: string
      readonly port?: number
      readonly sectionName?: string
    }[]
    readonly rules?: readonly ({
      readonly backendRefs?: readonly ({
        readonly filters?: readonly ({
          readonly extensionRef?: {
            readonly group: string
            readonly kind: string
            readonly name: string
          }
          readonly requestHeaderModifier?: {
            readonly add?: readonly {
              readonly name: string
              readonly value: string
            }[]
            readonly remove?: readonly string[]
            readonly set?: readonly {
              readonly name: string
              readonly value: string
            }[]
          }
          readonly requestMirror?: {
            readonly backendRef: {
              readonly group?: string
              readonly kind?: string
              readonly name: string
              readonly namespace?: string
              readonly port?: number
            }
            readonly fraction?: {
              readonly denominator?: number
              readonly numerator: number
            }
            readonly percent?: number
          }
          readonly responseHeaderModifier?: {
            readonly add?: readonly {
              readonly name: string
              readonly value: string
            }[]
            readonly remove?: readonly string[]
            readonly set?: readonly {
              readonly name: string
              readonly value: string
            }[]
          }
          readonly type: 'ResponseHeaderModifier' | 'RequestHeaderModifier' | 'RequestMirror' | 'ExtensionRef'
        })[]
        readonly group?: string
        readonly kind?: string
        readonly name: string
        readonly namespace?: string
        readonly port?: number
        readonly weight?: number
      })[]
      readonly filters?: readonly ({
        readonly extensionRef?: {
          readonly group: string
          readonly kind: string
          readonly name: string
        }
        readonly requestHeaderModifier?: {
          readonly add?: readonly {
            readonly name: string
            readonly value: string
          }[]
          readonly remove?: readonly string[]
          readonly set?: readonly {
            readonly name: string
            readonly value: string
          }[]
        }
        readonly requestMirror?: {
          readonly backendRef: {
            readonly group?: string
            readonly kind?: string
            readonly name: string
            readonly namespace?: string
            readonly port?: number
          }
          readonly fraction?: {
            readonly denominator?: number
            readonly numerator: number
          }
          readonly percent?: number
        }
        readonly responseHeaderModifier?: {
          readonly add?: readonly {
            readonly name: string
            readonly value: string
          }[]
          readonly remove?: readonly string[]
          readonly set?: readonly {
            readonly name: string
            readonly value: string
          }[]
        }
        readonly type: 'ResponseHeaderModifier' | 'RequestHeaderModifier' | 'RequestMirror' | 'ExtensionRef'
      })[]
      readonly matches?: readonly ({
        readonly headers?: readonly ({
          readonly name: string
          readonly type?: 'Exact' | 'RegularExpression'
          readonly value: string
        })[]
        readonly method?: {
          readonly method?: string
          readonly service?: string
          readonly type?: 'Exact' | 'RegularExpression'
        }
      })[]
      readonly name?: string
    })[]
  }
}

export const GRPCRoute = kindOf<GRPCRoute>('gateway.networking.k8s.io/v1', 'GRPCRoute')
