// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type GrafanaDashboard = {
  readonly apiVersion: 'grafana.integreatly.org/v1beta1'
  readonly kind: 'GrafanaDashboard'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly allowCrossNamespaceImport?: boolean
    readonly configMapRef?: {
      readonly key: string
      readonly name?: string
      readonly optional?: boolean
    }
    readonly contentCacheDuration?: string
    readonly datasources?: readonly {
      readonly datasourceName: string
      readonly inputName: string
    }[]
    readonly envFrom?: readonly {
      readonly configMapKeyRef?: {
        readonly key: string
        readonly name?: string
        readonly optional?: boolean
      }
      readonly secretKeyRef?: {
        readonly key: string
        readonly name?: string
        readonly optional?: boolean
      }
    }[]
    readonly envs?: readonly {
      readonly name: string
      readonly value?: string
      readonly valueFrom?: {
        readonly configMapKeyRef?: {
          readonly key: string
          readonly name?: string
          readonly optional?: boolean
        }
        readonly secretKeyRef?: {
          readonly key: string
          readonly name?: string
          readonly optional?: boolean
        }
      }
    }[]
    readonly folder?: string
    readonly folderRef?: string
    readonly folderUID?: string
    readonly grafanaCom?: {
      readonly id: number
      readonly revision?: number
    }
    readonly gzipJson?: string
    readonly instanceSelector: {
      readonly matchExpressions?: readonly {
        readonly key: string
        readonly operator: string
        readonly values?: readonly string[]
      }[]
      readonly matchLabels?: { readonly [key: string]: string }
    }
    readonly json?: string
    readonly jsonnet?: string
    readonly jsonnetLib?: {
      readonly fileName: string
      readonly gzipJsonnetProject: string
      readonly jPath?: readonly string[]
    }
    readonly oci?: {
      readonly insecurePlainHTTP?: boolean
      readonly path: string
      readonly pullSecretRef?: {
        readonly name?: string
      }
      readonly reference: string
    }
    readonly plugins?: readonly {
      readonly name: string
      readonly version: string
    }[]
    readonly resyncPeriod?: string
    readonly suspend?: boolean
    readonly uid?: string
    readonly url?: string
    readonly urlAuthorization?: {
      readonly basicAuth?: {
        readonly password?: {
          readonly key: string
          readonly name?: string
          readonly optional?: boolean
        }
        readonly username?: {
          readonly key: string
          readonly name?: string
          readonly optional?: boolean
        }
      }
    }
  }
}

export const GrafanaDashboard = kindOf<GrafanaDashboard>('grafana.integreatly.org/v1beta1', 'GrafanaDashboard')
