import type { Carrier } from '../../../settings/ingress.ts'

/** What of a field each carrier of traffic honours; nothing where it has no such thing. */
export interface Offer<Value extends string = string> {
  readonly title: string
  readonly field: string
  readonly offered: Readonly<Record<Carrier, readonly Value[]>>
  /** Where it is honoured in another sense than the field's, in which. */
  readonly deviates?: Readonly<Partial<Record<Carrier, string>>>
}

const none = [] as const
const headers = ['Set', 'Add', 'Remove'] as const
const byItself = 'each pod of the gateway counts for itself'

/**
 * What carries what. What an undeclared Gateway honours is the core of the Gateway API, and an undeclared Ingress its fields. Sources: the
 * conformance reports of the Gateway API (v1.6: Envoy Gateway v1.9, NGINX Gateway Fabric v2.7; v1.5: Istio 1.30), the CRDs of Envoy Gateway
 * v1.9, and “Annotations” in the manual of ingress-nginx.
 */
export const offers = {
  certificates: {
    title: 'Certificates of a service’s own, with',
    field: 'spec.networking.ingress[].tls',
    offered: {
      GatewayAPI: none,
      EnvoyGateway: ['ListenerSet'],
      Istio: none,
      NGINXGatewayFabric: ['ListenerSet'],
      Ingress: ['Secret'],
      IngressNginx: ['Secret'],
    },
  },
  protocol: {
    title: 'Protocol of the port',
    field: 'spec.ports[].appProtocol',
    offered: {
      GatewayAPI: ['HTTP'],
      EnvoyGateway: ['HTTP', 'HTTP2', 'GRPC'],
      Istio: ['HTTP', 'HTTP2', 'GRPC'],
      NGINXGatewayFabric: ['HTTP', 'HTTP2', 'GRPC'],
      Ingress: ['HTTP'],
      IngressNginx: ['HTTP', 'GRPC'],
    },
  },
  redirect: {
    title: 'Plain HTTP is sent to HTTPS',
    field: 'spec.networking.ingress[].tls.redirect',
    offered: {
      GatewayAPI: none,
      EnvoyGateway: ['Enabled'],
      Istio: ['Enabled'],
      NGINXGatewayFabric: ['Enabled'],
      Ingress: none,
      IngressNginx: ['Enabled'],
    },
  },
  timeout: {
    title: 'Timeout',
    field: 'spec.networking.ingress[].timeoutSeconds',
    offered: {
      GatewayAPI: none,
      EnvoyGateway: ['Answer'],
      Istio: ['Answer'],
      NGINXGatewayFabric: none,
      Ingress: none,
      IngressNginx: ['Pause'],
    },
    deviates: {
      IngressNginx: 'ingress-nginx ends an answer after so long a pause in it, however long it takes in all',
    },
  },
  auth: {
    title: 'Authentication',
    field: 'spec.networking.ingress[].auth.mode',
    offered: {
      GatewayAPI: none,
      EnvoyGateway: ['Basic', 'JWT', 'OIDC'],
      Istio: none,
      NGINXGatewayFabric: none,
      Ingress: none,
      IngressNginx: ['Basic'],
    },
  },
  passwords: {
    title: 'Key of the Secret with the htpasswd file',
    field: 'spec.networking.ingress[].auth.secretName',
    offered: {
      GatewayAPI: none,
      EnvoyGateway: ['.htpasswd'],
      Istio: none,
      NGINXGatewayFabric: none,
      Ingress: none,
      IngressNginx: ['auth'],
    },
  },
  rateBy: {
    title: 'Rate limit, of',
    field: 'spec.networking.ingress[].rateLimit.by',
    offered: {
      GatewayAPI: none,
      EnvoyGateway: ['Client', 'All'],
      Istio: none,
      NGINXGatewayFabric: none,
      Ingress: none,
      IngressNginx: ['Client'],
    },
    deviates: { EnvoyGateway: byItself, IngressNginx: byItself },
  },
  ratePer: {
    title: 'Rate limit, in a',
    field: 'spec.networking.ingress[].rateLimit.per',
    offered: {
      GatewayAPI: none,
      EnvoyGateway: ['Second', 'Minute', 'Hour'],
      Istio: none,
      NGINXGatewayFabric: none,
      Ingress: none,
      IngressNginx: ['Second', 'Minute'],
    },
  },
  cors: {
    title: 'Calls from other origins',
    field: 'spec.networking.ingress[].cors',
    offered: {
      GatewayAPI: none,
      EnvoyGateway: ['CORS'],
      Istio: ['CORS'],
      NGINXGatewayFabric: ['CORS'],
      Ingress: none,
      IngressNginx: ['CORS'],
    },
  },
  allowedCidrs: {
    title: 'Only from ranges',
    field: 'spec.networking.ingress[].allowedCidrs',
    offered: {
      GatewayAPI: none,
      EnvoyGateway: ['IPv4'],
      Istio: none,
      NGINXGatewayFabric: none,
      Ingress: none,
      IngressNginx: ['IPv4'],
    },
  },
  requestHeaders: {
    title: 'Request headers',
    field: 'spec.networking.ingress[].headers.request',
    offered: {
      GatewayAPI: headers,
      EnvoyGateway: headers,
      Istio: headers,
      NGINXGatewayFabric: headers,
      Ingress: none,
      IngressNginx: none,
    },
  },
  responseHeaders: {
    title: 'Response headers',
    field: 'spec.networking.ingress[].headers.response',
    offered: {
      GatewayAPI: none,
      EnvoyGateway: headers,
      Istio: headers,
      NGINXGatewayFabric: headers,
      Ingress: none,
      IngressNginx: none,
    },
  },
} as const satisfies Record<string, Offer>

export type Feature = keyof typeof offers
