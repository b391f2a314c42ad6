// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import type { Json } from '../../runtime/json.ts'
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type BackendTrafficPolicy = {
  readonly apiVersion: 'gateway.envoyproxy.io/v1alpha1'
  readonly kind: 'BackendTrafficPolicy'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly admissionControl?: {
      readonly maxRejectionPercent?: number
      readonly minRequestRate?: number
      readonly minSuccessRate?: number
      readonly rejectionAggression?: number
      readonly samplingWindow?: string
      readonly successCriteria?: {
        readonly grpc?: {
          readonly statusCodes?: readonly ('Ok' | 'Cancelled' | 'Unknown' | 'InvalidArgument' | 'DeadlineExceeded' | 'NotFound' | 'AlreadyExists' | 'PermissionDenied' | 'ResourceExhausted' | 'FailedPrecondition' | 'Aborted' | 'OutOfRange' | 'Unimplemented' | 'Internal' | 'Unavailable' | 'DataLoss' | 'Unauthenticated')[]
        }
        readonly http?: {
          readonly statusCodes?: readonly number[]
        }
      }
    }
    readonly bandwidthLimit?: {
      readonly request?: {
        readonly limit: {
          readonly unit: 'Second' | 'Minute' | 'Hour'
          readonly value: number | string
        }
      }
      readonly response?: {
        readonly limit: {
          readonly unit: 'Second' | 'Minute' | 'Hour'
          readonly value: number | string
        }
        readonly responseTrailers?: {
          readonly prefix?: string
        }
      }
    }
    readonly circuitBreaker?: {
      readonly maxConnections?: number
      readonly maxParallelRequests?: number
      readonly maxParallelRetries?: number
      readonly maxPendingRequests?: number
      readonly maxRequestsPerConnection?: number
      readonly perEndpoint?: {
        readonly maxConnections?: number
      }
      readonly retryBudget?: {
        readonly minRetryConcurrency?: number
        readonly percent: {
          readonly denominator?: number
          readonly numerator: number
        }
      }
    }
    readonly compression?: readonly ({
      readonly brotli?: Json
      readonly gzip?: Json
      readonly minContentLength?: number | string
      readonly type: 'Gzip' | 'Brotli' | 'Zstd'
      readonly zstd?: Json
    })[]
    readonly compressor?: readonly ({
      readonly brotli?: Json
      readonly gzip?: Json
      readonly minContentLength?: number | string
      readonly type: 'Gzip' | 'Brotli' | 'Zstd'
      readonly zstd?: Json
    })[]
    readonly connection?: {
      readonly bufferLimit?: number | string
      readonly preconnect?: {
        readonly perEndpointPercent?: number
        readonly predictivePercent?: number
      }
      readonly socketBufferLimit?: number | string
    }
    readonly dns?: {
      readonly dnsRefreshRate?: string
      readonly lookupFamily?: 'IPv4' | 'IPv6' | 'IPv4Preferred' | 'IPv6Preferred' | 'IPv4AndIPv6'
      readonly respectDnsTtl?: boolean
    }
    readonly faultInjection?: {
      readonly abort?: {
        readonly grpcStatus?: number
        readonly httpStatus?: number
        readonly percentage?: number
      }
      readonly delay?: {
        readonly fixedDelay: string
        readonly percentage?: number
      }
    }
    readonly healthCheck?: {
      readonly active?: {
        readonly grpc?: {
          readonly service?: string
        }
        readonly healthCheckLog?: {
          readonly matches?: readonly ('Failure' | 'FailureSeriesStart' | 'Success' | 'HealthyTransition')[]
          readonly sinks?: readonly {
            readonly file?: {
              readonly path: string
            }
            readonly type: 'File'
          }[]
        }
        readonly healthyThreshold?: number
        readonly http?: {
          readonly expectedResponse?: {
            readonly binary?: string
            readonly text?: string
            readonly type: string
          }
          readonly expectedStatuses?: readonly number[]
          readonly hostname?: string
          readonly method?: string
          readonly path: string
          readonly requestBody?: {
            readonly binary?: string
            readonly text?: string
            readonly type: string
          }
          readonly retriableStatuses?: readonly number[]
        }
        readonly initialJitter?: string
        readonly interval?: string
        readonly overrides?: {
          readonly port?: number
        }
        readonly tcp?: {
          readonly receive?: {
            readonly binary?: string
            readonly text?: string
            readonly type: string
          }
          readonly send?: {
            readonly binary?: string
            readonly text?: string
            readonly type: string
          }
        }
        readonly timeout?: string
        readonly type: string
        readonly unhealthyThreshold?: number
      }
      readonly panicThreshold?: number
      readonly passive?: {
        readonly alwaysEjectOneEndpoint?: boolean
        readonly baseEjectionTime?: string
        readonly consecutive5XxErrors?: number
        readonly consecutiveGatewayErrors?: number
        readonly consecutiveLocalOriginFailures?: number
        readonly failurePercentageThreshold?: number
        readonly interval?: string
        readonly maxEjectionPercent?: number
        readonly splitExternalLocalOriginErrors?: boolean
      }
    }
    readonly http2?: {
      readonly connectionKeepalive?: {
        readonly idleInterval?: string
        readonly interval?: string
        readonly intervalJitter?: number
        readonly timeout?: string
      }
      readonly initialConnectionWindowSize?: number | string
      readonly initialStreamWindowSize?: number | string
      readonly maxConcurrentStreams?: number
      readonly onInvalidMessage?: string
    }
    readonly httpUpgrade?: readonly {
      readonly connect?: {
        readonly terminate?: boolean
      }
      readonly type: string
    }[]
    readonly loadBalancer?: {
      readonly backendUtilization?: {
        readonly blackoutPeriod?: string
        readonly errorUtilizationPenaltyPercent?: number
        readonly keepResponseHeaders?: boolean
        readonly metricNamesForComputingUtilization?: readonly string[]
        readonly outOfBand?: {
          readonly authority?: string
          readonly port?: number
          readonly reportingPeriod?: string
        }
        readonly weightExpirationPeriod?: string
        readonly weightUpdatePeriod?: string
      }
      readonly consistentHash?: {
        readonly cookie?: {
          readonly attributes?: { readonly [key: string]: string }
          readonly name: string
          readonly ttl?: string
        }
        readonly header?: {
          readonly name: string
        }
        readonly headers?: readonly {
          readonly name: string
        }[]
        readonly queryParams?: readonly {
          readonly name: string
        }[]
        readonly tableSize?: number
        readonly type: 'SourceIP' | 'Header' | 'Headers' | 'Cookie' | 'QueryParams'
      }
      readonly dynamicModule?: {
        readonly config?: Json
        readonly lbPolicyName: string
        readonly name: string
      }
      readonly endpointOverride?: {
        readonly extractFrom: readonly {
          readonly header?: string
        }[]
      }
      readonly slowStart?: {
        readonly window: string
      }
      readonly type: 'ConsistentHash' | 'LeastRequest' | 'Random' | 'RoundRobin' | 'BackendUtilization' | 'DynamicModule'
      readonly zoneAware?: {
        readonly preferLocal?: {
          readonly force?: {
            readonly minEndpointsInZoneThreshold?: number
          }
          readonly minEndpointsThreshold?: number
          readonly percentageEnabled?: number
        }
        readonly weightedZones?: readonly {
          readonly weight: number
          readonly zone: string
        }[]
      }
    }
    readonly mergeType?: string
    readonly proxyProtocol?: {
      readonly version: 'V1' | 'V2'
    }
    readonly rateLimit?: {
      readonly global?: {
        readonly rules: readonly ({
          readonly clientSelectors?: readonly ({
            readonly headers?: readonly ({
              readonly invert?: boolean
              readonly name: string
              readonly type?: 'Exact' | 'RegularExpression' | 'Distinct'
              readonly value?: string
            })[]
            readonly methods?: readonly ({
              readonly invert?: boolean
              readonly value: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH'
            })[]
            readonly path?: {
              readonly invert?: boolean
              readonly type?: 'Exact' | 'PathPrefix' | 'RegularExpression'
              readonly value: string
            }
            readonly queryParams?: readonly ({
              readonly invert?: boolean
              readonly name: string
              readonly type?: 'Exact' | 'RegularExpression' | 'Distinct'
              readonly value?: string
            })[]
            readonly sourceCIDR?: {
              readonly invert?: boolean
              readonly type?: 'Exact' | 'Distinct'
              readonly value: string
            }
          })[]
          readonly cost?: {
            readonly request?: {
              readonly from: 'Number' | 'Metadata'
              readonly metadata?: {
                readonly key: string
                readonly namespace: string
              }
              readonly number?: number
            }
            readonly response?: {
              readonly from: 'Number' | 'Metadata'
              readonly metadata?: {
                readonly key: string
                readonly namespace: string
              }
              readonly number?: number
            }
          }
          readonly limit: {
            readonly fromMetadata?: {
              readonly key: string
              readonly namespace: string
            }
            readonly requests: number
            readonly unit: 'Second' | 'Minute' | 'Hour' | 'Day' | 'Week' | 'Month' | 'Year'
          }
          readonly shadowMode?: boolean
          readonly shared?: boolean
          readonly xRateLimitHeaders?: 'Off' | 'DraftVersion03'
        })[]
      }
      readonly local?: {
        readonly rules?: readonly ({
          readonly clientSelectors?: readonly ({
            readonly headers?: readonly ({
              readonly invert?: boolean
              readonly name: string
              readonly type?: 'Exact' | 'RegularExpression' | 'Distinct'
              readonly value?: string
            })[]
            readonly methods?: readonly ({
              readonly invert?: boolean
              readonly value: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH'
            })[]
            readonly path?: {
              readonly invert?: boolean
              readonly type?: 'Exact' | 'PathPrefix' | 'RegularExpression'
              readonly value: string
            }
            readonly queryParams?: readonly ({
              readonly invert?: boolean
              readonly name: string
              readonly type?: 'Exact' | 'RegularExpression' | 'Distinct'
              readonly value?: string
            })[]
            readonly sourceCIDR?: {
              readonly invert?: boolean
              readonly type?: 'Exact' | 'Distinct'
              readonly value: string
            }
          })[]
          readonly cost?: {
            readonly request?: {
              readonly from: 'Number' | 'Metadata'
              readonly metadata?: {
                readonly key: string
                readonly namespace: string
              }
              readonly number?: number
            }
            readonly response?: {
              readonly from: 'Number' | 'Metadata'
              readonly metadata?: {
                readonly key: string
                readonly namespace: string
              }
              readonly number?: number
            }
          }
          readonly limit: {
            readonly fromMetadata?: {
              readonly key: string
              readonly namespace: string
            }
            readonly requests: number
            readonly unit: 'Second' | 'Minute' | 'Hour' | 'Day' | 'Week' | 'Month' | 'Year'
          }
          readonly shadowMode?: boolean
          readonly shared?: boolean
          readonly xRateLimitHeaders?: 'Off' | 'DraftVersion03'
        })[]
      }
      readonly type?: 'Global' | 'Local'
    }
    readonly requestBuffer?: {
      readonly limit?: number | string
    }
    readonly responseOverride?: readonly ({
      readonly match: {
        readonly responseHeaders?: readonly ({
          readonly name: string
          readonly value: {
            readonly type?: 'Exact' | 'Prefix' | 'Suffix' | 'RegularExpression'
            readonly value: string
          }
        })[]
        readonly statusCodes?: readonly {
          readonly range?: {
            readonly end: number
            readonly start: number
          }
          readonly type: string
          readonly value?: number
        }[]
      }
      readonly redirect?: {
        readonly hostname?: string
        readonly path?: {
          readonly replaceFullPath?: string
          readonly replacePrefixMatch?: string
          readonly type: 'ReplaceFullPath' | 'ReplacePrefixMatch'
        }
        readonly port?: number
        readonly scheme?: 'http' | 'https'
        readonly statusCode?: number
      }
      readonly response?: {
        readonly body?: {
          readonly inline?: string
          readonly type: string
          readonly valueRef?: {
            readonly group: string
            readonly kind: string
            readonly name: string
          }
        }
        readonly contentType?: string
        readonly header?: {
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
        readonly statusCode?: number
      }
      readonly source?: 'All' | 'Local' | 'Backend'
    })[]
    readonly retry?: {
      readonly numAttemptsPerPriority?: number
      readonly numRetries?: number
      readonly perRetry?: {
        readonly backOff?: {
          readonly baseInterval?: string
          readonly maxInterval?: string
        }
        readonly timeout?: string
      }
      readonly retryOn?: {
        readonly httpStatusCodes?: readonly number[]
        readonly triggers?: readonly ('5xx' | 'gateway-error' | 'reset' | 'reset-before-request' | 'connect-failure' | 'retriable-4xx' | 'refused-stream' | 'retriable-status-codes' | 'cancelled' | 'deadline-exceeded' | 'internal' | 'resource-exhausted' | 'unavailable')[]
      }
    }
    readonly routingType?: string
    readonly targetRef?: {
      readonly group: string
      readonly kind: string
      readonly name: string
      readonly sectionName?: string
    }
    readonly targetRefs?: readonly {
      readonly group: string
      readonly kind: string
      readonly name: string
      readonly sectionName?: string
    }[]
    readonly targetSelectors?: readonly ({
      readonly group?: string
      readonly kind: string
      readonly matchExpressions?: readonly {
        readonly key: string
        readonly operator: string
        readonly values?: readonly string[]
      }[]
      readonly matchLabels?: { readonly [key: string]: string }
      readonly namespaces?: {
        readonly from: 'Same' | 'All' | 'Selector'
        readonly selector?: {
          readonly matchExpressions?: readonly {
            readonly key: string
            readonly operator: string
            readonly values?: readonly string[]
          }[]
          readonly matchLabels?: { readonly [key: string]: string }
        }
      }
    })[]
    readonly tcpKeepalive?: {
      readonly idleTime?: string
      readonly interval?: string
      readonly probes?: number
    }
    readonly telemetry?: {
      readonly metrics?: {
        readonly routeStatName?: string
      }
      readonly tracing?: {
        readonly clientSamplingFraction?: {
          readonly denominator?: number
          readonly numerator: number
        }
        readonly customTags?: { readonly [key: string]: {
          readonly environment?: {
            readonly defaultValue?: string
            readonly name: string
          }
          readonly literal?: {
            readonly value: string
          }
          readonly requestHeader?: {
            readonly defaultValue?: string
            readonly name: string
          }
          readonly type: 'Literal' | 'Environment' | 'RequestHeader'
        } }
        readonly overallSamplingFraction?: {
          readonly denominator?: number
          readonly numerator: number
        }
        readonly samplingFraction?: {
          readonly denominator?: number
          readonly numerator: number
        }
        readonly spanName?: {
          readonly client: string
          readonly server: string
        }
        readonly tags?: { readonly [key: string]: string }
      }
    }
    readonly timeout?: {
      readonly http?: {
        readonly connectionIdleTimeout?: string
        readonly maxConnectionDuration?: string
        readonly maxStreamDuration?: string
        readonly requestTimeout?: string
        readonly streamIdleTimeout?: string
      }
      readonly tcp?: {
        readonly connectTimeout?: string
      }
    }
    readonly useClientProtocol?: boolean
  }
}

export const BackendTrafficPolicy = kindOf<BackendTrafficPolicy>('gateway.envoyproxy.io/v1alpha1', 'BackendTrafficPolicy')
