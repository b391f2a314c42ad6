// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type Ingress = {
  readonly apiVersion: 'networking.k8s.io/v1'
  readonly kind: 'Ingress'
  readonly metadata: ObjectMeta
  readonly spec?: {
    readonly defaultBackend?: {
      readonly resource?: {
        readonly apiGroup?: string
        readonly kind: string
        readonly name: string
      }
      readonly service?: {
        readonly name: string
        readonly port?: {
          readonly name?: string
          readonly number?: number
        }
      }
    }
    readonly ingressClassName?: string
    readonly rules?: readonly ({
      readonly host?: string
      readonly http?: {
        readonly paths: readonly ({
          readonly backend: {
            readonly resource?: {
              readonly apiGroup?: string
              readonly kind: string
              readonly name: string
            }
            readonly service?: {
              readonly name: string
              readonly port?: {
                readonly name?: string
                readonly number?: number
              }
            }
          }
          readonly path?: string
          readonly pathType: 'Exact' | 'Prefix' | 'ImplementationSpecific'
        })[]
      }
    })[]
    readonly tls?: readonly {
      readonly hosts?: readonly string[]
      readonly secretName?: string
    }[]
  }
}

export const Ingress = kindOf<Ingress>('networking.k8s.io/v1', 'Ingress')
