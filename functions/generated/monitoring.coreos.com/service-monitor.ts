// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type ServiceMonitor = {
  readonly apiVersion: 'monitoring.coreos.com/v1'
  readonly kind: 'ServiceMonitor'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly attachMetadata?: {
      readonly node?: boolean
    }
    readonly bodySizeLimit?: string
    readonly convertClassicHistogramsToNHCB?: boolean
    readonly endpoints: readonly ({
      readonly authorization?: {
        readonly credentials?: {
          readonly key: string
          readonly name?: string
          readonly optional?: boolean
        }
        readonly type?: string
      }
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
      readonly bearerTokenFile?: string
      readonly bearerTokenSecret?: {
        readonly key: string
        readonly name?: string
        readonly optional?: boolean
      }
      readonly enableHttp2?: boolean
      readonly filterRunning?: boolean
      readonly followRedirects?: boolean
      readonly honorLabels?: boolean
      readonly honorTimestamps?: boolean
      readonly interval?: string
      readonly metricRelabelings?: readonly ({
        readonly action?: 'replace' | 'Replace' | 'keep' | 'Keep' | 'drop' | 'Drop' | 'hashmod' | 'HashMod' | 'labelmap' | 'LabelMap' | 'labeldrop' | 'LabelDrop' | 'labelkeep' | 'LabelKeep' | 'lowercase' | 'Lowercase' | 'uppercase' | 'Uppercase' | 'keepequal' | 'KeepEqual' | 'dropequal' | 'DropEqual'
        readonly modulus?: number
        readonly regex?: string
        readonly replacement?: string
        readonly separator?: string
        readonly sourceLabels?: readonly string[]
        readonly targetLabel?: string
      })[]
      readonly noProxy?: string
      readonly oauth2?: {
        readonly clientId: {
          readonly configMap?: {
            readonly key: string
            readonly name?: string
            readonly optional?: boolean
          }
          readonly secret?: {
            readonly key: string
            readonly name?: string
            readonly optional?: boolean
          }
        }
        readonly clientSecret: {
          readonly key: string
          readonly name?: string
          readonly optional?: boolean
        }
        readonly endpointParams?: { readonly [key: string]: string }
        readonly noProxy?: string
        readonly proxyConnectHeader?: { readonly [key: string]: readonly {
          readonly key: string
          readonly name?: string
          readonly optional?: boolean
        }[] }
        readonly proxyFromEnvironment?: boolean
        readonly proxyUrl?: string
        readonly scopes?: readonly string[]
        readonly tlsConfig?: {
          readonly ca?: {
            readonly configMap?: {
              readonly key: string
              readonly name?: string
              readonly optional?: boolean
            }
            readonly secret?: {
              readonly key: string
              readonly name?: string
              readonly optional?: boolean
            }
          }
          readonly cert?: {
            readonly configMap?: {
              readonly key: string
              readonly name?: string
              readonly optional?: boolean
            }
            readonly secret?: {
              readonly key: string
              readonly name?: string
              readonly optional?: boolean
            }
          }
          readonly insecureSkipVerify?: boolean
          readonly keySecret?: {
            readonly key: string
            readonly name?: string
            readonly optional?: boolean
          }
          readonly maxVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13'
          readonly minVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13'
          readonly serverName?: string
        }
        readonly tokenUrl: string
      }
      readonly params?: { readonly [key: string]: readonly string[] }
      readonly path?: string
      readonly port?: string
      readonly proxyConnectHeader?: { readonly [key: string]: readonly {
        readonly key: string
        readonly name?: string
        readonly optional?: boolean
      }[] }
      readonly proxyFromEnvironment?: boolean
      readonly proxyUrl?: string
      readonly relabelings?: readonly ({
        readonly action?: 'replace' | 'Replace' | 'keep' | 'Keep' | 'drop' | 'Drop' | 'hashmod' | 'HashMod' | 'labelmap' | 'LabelMap' | 'labeldrop' | 'LabelDrop' | 'labelkeep' | 'LabelKeep' | 'lowercase' | 'Lowercase' | 'uppercase' | 'Uppercase' | 'keepequal' | 'KeepEqual' | 'dropequal' | 'DropEqual'
        readonly modulus?: number
        readonly regex?: string
        readonly replacement?: string
        readonly separator?: string
        readonly sourceLabels?: readonly string[]
        readonly targetLabel?: string
      })[]
      readonly scheme?: 'http' | 'https' | 'HTTP' | 'HTTPS'
      readonly scrapeTimeout?: string
      readonly targetPort?: number | string
      readonly tlsConfig?: {
        readonly ca?: {
          readonly configMap?: {
            readonly key: string
            readonly name?: string
            readonly optional?: boolean
          }
          readonly secret?: {
            readonly key: string
            readonly name?: string
            readonly optional?: boolean
          }
        }
        readonly caFile?: string
        readonly cert?: {
          readonly configMap?: {
            readonly key: string
            readonly name?: string
            readonly optional?: boolean
          }
          readonly secret?: {
            readonly key: string
            readonly name?: string
            readonly optional?: boolean
          }
        }
        readonly certFile?: string
        readonly insecureSkipVerify?: boolean
        readonly keyFile?: string
        readonly keySecret?: {
          readonly key: string
          readonly name?: string
          readonly optional?: boolean
        }
        readonly maxVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13'
        readonly minVersion?: 'TLS10' | 'TLS11' | 'TLS12' | 'TLS13'
        readonly serverName?: string
      }
      readonly trackTimestampsStaleness?: boolean
    })[]
    readonly fallbackScrapeProtocol?: 'PrometheusProto' | 'OpenMetricsText0.0.1' | 'OpenMetricsText1.0.0' | 'PrometheusText0.0.4' | 'PrometheusText1.0.0'
    readonly jobLabel?: string
    readonly keepDroppedTargets?: number
    readonly labelLimit?: number
    readonly labelNameLengthLimit?: number
    readonly labelValueLengthLimit?: number
    readonly namespaceSelector?: {
      readonly any?: boolean
      readonly matchNames?: readonly string[]
    }
    readonly nativeHistogramBucketLimit?: number
    readonly nativeHistogramMinBucketFactor?: number | string
    readonly podTargetLabels?: readonly string[]
    readonly sampleLimit?: number
    readonly scrapeClass?: string
    readonly scrapeClassicHistograms?: boolean
    readonly scrapeNativeHistograms?: boolean
    readonly scrapeProtocols?: readonly ('PrometheusProto' | 'OpenMetricsText0.0.1' | 'OpenMetricsText1.0.0' | 'PrometheusText0.0.4' | 'PrometheusText1.0.0')[]
    readonly selector: {
      readonly matchExpressions?: readonly {
        readonly key: string
        readonly operator: string
        readonly values?: readonly string[]
      }[]
      readonly matchLabels?: { readonly [key: string]: string }
    }
    readonly selectorMechanism?: 'RelabelConfig' | 'RoleSelector'
    readonly serviceDiscoveryRole?: 'Endpoints' | 'EndpointSlice'
    readonly targetLabels?: readonly string[]
    readonly targetLimit?: number
  }
}

export const ServiceMonitor = kindOf<ServiceMonitor>('monitoring.coreos.com/v1', 'ServiceMonitor')
