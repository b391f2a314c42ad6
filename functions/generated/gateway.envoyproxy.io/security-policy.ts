// Generated from the kind's schema by `npm run generate` (--crds, --kubernetes). Do not edit.
import type { Json } from '../../runtime/json.ts'
import { kindOf, type ObjectMeta } from '../../runtime/resource-kind.ts'

export type SecurityPolicy = {
  readonly apiVersion: 'gateway.envoyproxy.io/v1alpha1'
  readonly kind: 'SecurityPolicy'
  readonly metadata: ObjectMeta
  readonly spec: {
    readonly apiKeyAuth?: {
      readonly credentialRefs: readonly {
        readonly group?: string
        readonly kind?: string
        readonly name: string
        readonly namespace?: string
      }[]
      readonly extractFrom: readonly {
        readonly cookies?: readonly string[]
        readonly headers?: readonly string[]
        readonly params?: readonly string[]
      }[]
      readonly forwardClientIDHeader?: string
      readonly sanitize?: boolean
    }
    readonly authorization?: {
      readonly defaultAction?: 'Allow' | 'Deny'
      readonly rules?: readonly ({
        readonly action: 'Allow' | 'Deny'
        readonly cel?: string
        readonly name?: string
        readonly operation?: {
          readonly methods?: readonly ('GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'CONNECT' | 'OPTIONS' | 'TRACE' | 'PATCH')[]
          readonly path?: {
            readonly invert?: boolean
            readonly type?: 'Exact' | 'PathPrefix' | 'RegularExpression'
            readonly value: string
          }
        }
        readonly principal?: {
          readonly clientCIDRs?: readonly string[]
          readonly clientIPGeoLocations?: readonly {
            readonly anonymous?: {
              readonly isAnonymous?: boolean
              readonly isHosting?: boolean
              readonly isProxy?: boolean
              readonly isTor?: boolean
              readonly isVPN?: boolean
            }
            readonly asn?: number
            readonly city?: string
            readonly country?: string
            readonly isp?: string
            readonly region?: string
          }[]
          readonly headers?: readonly {
            readonly name: string
            readonly values: readonly string[]
          }[]
          readonly jwt?: {
            readonly claims?: readonly ({
              readonly name: string
              readonly valueType?: 'String' | 'StringArray'
              readonly values: readonly string[]
            })[]
            readonly provider: string
            readonly scopes?: readonly string[]
          }
        }
      })[]
    }
    readonly basicAuth?: {
      readonly forwardUsernameHeader?: string
      readonly users: {
        readonly group?: string
        readonly kind?: string
        readonly name: string
        readonly namespace?: string
      }
    }
    readonly cors?: {
      readonly allowCredentials?: boolean
      readonly allowHeaders?: readonly string[]
      readonly allowMethods?: readonly string[]
      readonly allowOrigins?: readonly string[]
      readonly exposeHeaders?: readonly string[]
      readonly maxAge?: string
    }
    readonly csrf?: {
      readonly additionalOrigins?: readonly string[]
      readonly shadowFraction?: {
        readonly denominator?: number
        readonly numerator: number
      }
    }
    readonly extAuth?: {
      readonly bodyToExtAuth?: {
        readonly maxRequestBytes: number
      }
      readonly contextExtensions?: readonly ({
        readonly name: string
        readonly type: 'Value' | 'ValueRef'
        readonly value?: string
        readonly valueRef?: {
          readonly group: string
          readonly key: string
          readonly kind: string
          readonly name: string
        }
      })[]
      readonly failOpen?: boolean
      readonly grpc?: {
        readonly backendRef?: {
          readonly group?: string
          readonly kind?: string
          readonly name: string
          readonly namespace?: string
          readonly port?: number
        }
        readonly backendRefs?: readonly {
          readonly fallback?: boolean
          readonly group?: string
          readonly kind?: string
          readonly name: string
          readonly namespace?: string
          readonly port?: number
          readonly weight?: number
        }[]
        readonly backendSettings?: {
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
          readonly proxyProtocol?: {
            readonly version: 'V1' | 'V2'
          }
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
          readonly tcpKeepalive?: {
            readonly idleTime?: string
            readonly interval?: string
            readonly probes?: number
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
        }
      }
      readonly headersToExtAuth?: readonly string[]
      readonly http?: {
        readonly backendRef?: {
          readonly group?: string
          readonly kind?: string
          readonly name: string
          readonly namespace?: string
          readonly port?: number
        }
        readonly backendRefs?: readonly {
          readonly fallback?: boolean
          readonly group?: string
          readonly kind?: string
          readonly name: string
          readonly namespace?: string
          readonly port?: number
          readonly weight?: number
        }[]
        readonly backendSettings?: {
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
          readonly proxyProtocol?: {
            readonly version: 'V1' | 'V2'
          }
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
          readonly tcpKeepalive?: {
            readonly idleTime?: string
            readonly interval?: string
            readonly probes?: number
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
        }
        readonly headersToBackend?: readonly string[]
        readonly path?: string
        readonly pathOverride?: string
      }
      readonly includeRouteMetadata?: boolean
      readonly recomputeRoute?: boolean
      readonly statusOnError?: number
      readonly timeout?: string
    }
    readonly jwt?: {
      readonly failOpen?: boolean
      readonly optional?: boolean
      readonly providers: readonly ({
        readonly audiences?: readonly string[]
        readonly claimToHeaders?: readonly {
          readonly claim: string
          readonly header: string
        }[]
        readonly extractFrom?: {
          readonly cookies?: readonly string[]
          readonly headers?: readonly {
            readonly name: string
            readonly valuePrefix?: string
          }[]
          readonly params?: readonly string[]
        }
        readonly issuer?: string
        readonly localJWKS?: {
          readonly inline?: string
          readonly type: 'Inline' | 'ValueRef'
          readonly valueRef?: {
            readonly group: string
            readonly kind: string
            readonly name: string
          }
        }
        readonly name: string
        readonly recomputeRoute?: boolean
        readonly remoteJWKS?: {
          readonly backendRef?: {
            readonly group?: string
            readonly kind?: string
            readonly name: string
            readonly namespace?: string
            readonly port?: number
          }
          readonly backendRefs?: readonly {
            readonly fallback?: boolean
            readonly group?: string
            readonly kind?: string
            readonly name: string
            readonly namespace?: string
            readonly port?: number
            readonly weight?: number
          }[]
          readonly backendSettings?: {
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
            readonly proxyProtocol?: {
              readonly version: 'V1' | 'V2'
            }
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
            readonly tcpKeepalive?: {
              readonly idleTime?: string
              readonly interval?: string
              readonly probes?: number
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
          }
          readonly cacheDuration?: string
          readonly failedRefetchDuration?: string
          readonly uri: string
        }
      })[]
    }
    readonly mergeType?: string
    readonly oidc?: {
      readonly clientID?: string
      readonly clientIDRef?: {
        readonly group?: string
        readonly kind?: string
        readonly name: string
        readonly namespace?: string
      }
      readonly clientSecret: {
        readonly group?: string
        readonly kind?: string
        readonly name: string
        readonly namespace?: string
      }
      readonly cookieConfig?: {
        readonly sameSite?: 'Lax' | 'Strict' | 'None'
      }
      readonly cookieDomain?: string
      readonly cookieNames?: {
        readonly accessToken?: string
        readonly idToken?: string
      }
      readonly csrfTokenTTL?: string
      readonly defaultRefreshTokenTTL?: string
      readonly defaultTokenTTL?: string
      readonly denyRedirect?: {
        readonly headers: readonly ({
          readonly name: string
          readonly type?: 'Exact' | 'Prefix' | 'Suffix' | 'RegularExpression'
          readonly value: string
        })[]
      }
      readonly disableTokenEncryption?: boolean
      readonly forwardAccessToken?: boolean
      readonly forwardIDToken?: {
        readonly header: string
      }
      readonly logoutPath?: string
      readonly passThroughAuthHeader?: boolean
      readonly provider: {
        readonly authorizationEndpoint?: string
        readonly backendRef?: {
          readonly group?: string
          readonly kind?: string
          readonly name: string
          readonly namespace?: string
          readonly port?: number
        }
        readonly backendRefs?: readonly {
          readonly fallback?: boolean
          readonly group?: string
          readonly kind?: string
          readonly name: string
          readonly namespace?: string
          readonly port?: number
          readonly weight?: number
        }[]
        readonly backendSettings?: {
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
          readonly proxyProtocol?: {
            readonly version: 'V1' | 'V2'
          }
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
          readonly tcpKeepalive?: {
            readonly idleTime?: string
            readonly interval?: string
            readonly probes?: number
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
        }
        readonly endSessionEndpoint?: string
        readonly issuer: string
        readonly tokenEndpoint?: string
      }
      readonly redirectURL?: string
      readonly refreshToken?: boolean
      readonly resources?: readonly string[]
      readonly scopes?: readonly string[]
    }
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
  }
}

export const SecurityPolicy = kindOf<SecurityPolicy>('gateway.envoyproxy.io/v1alpha1', 'SecurityPolicy')
