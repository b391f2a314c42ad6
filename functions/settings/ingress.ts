import type { IngressPlatform } from '../../apis/platform/ingress.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'

/** The namespace from which the cluster's gateway, or ingress controller, connects to pods; `undefined` where nobody says. */
export const ingressNamespaceOf = ({ providers = {} }: PlatformSpec): string | undefined =>
  providers.kubernetes?.network?.ingressNamespace ?? providers.kubernetes?.ingress?.gateway?.namespace

/** What carries traffic into the cluster: a program where the platform names it, else whatever speaks the API. */
export type Carrier = NonNullable<IngressPlatform['implementation']> | IngressPlatform['api']

export const carriers = [
  'GatewayAPI',
  'EnvoyGateway',
  'Istio',
  'NGINXGatewayFabric',
  'Ingress',
  'IngressNginx',
] as const satisfies readonly Carrier[]

export const carrierOf = ({ api, implementation }: IngressPlatform): Carrier => implementation ?? api
