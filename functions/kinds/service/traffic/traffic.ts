import type { Auth, Cors, HeaderChanges, Ingress } from '../../../../apis/service/ingress.ts'
import type { IngressPlatform } from '../../../../apis/platform/ingress.ts'
import type { IdentityProvider } from '../../../../apis/platform/integrations.ts'
import type { Carrier } from '../../../settings/ingress.ts'
import type { ServicePort } from '../service.ts'

/** Which certificate a domain has: one that is issued for it, one that the claim names, the gateway's own, or none. */
export type Certificate =
  | { readonly from: 'Issuer'; readonly issuer: { readonly kind: string; readonly name: string } }
  | { readonly from: 'Secret'; readonly secretName: string }
  | { readonly from: 'Gateway' }
  | { readonly from: 'Nobody' }

/** A domain, or a part of one, that leads to a port: an ingress of the claim with everything decided. */
export interface Route {
  readonly name: string
  readonly domain: string
  /** Whether the platform team lets the environment share the domain with others. */
  readonly shared: boolean
  /** Whether the gateway listens for the domain on behalf of this service: of two such listeners it takes one. */
  readonly exclusive: boolean
  readonly path: string
  readonly pathType: NonNullable<Ingress['pathType']>
  readonly port: ServicePort
  readonly certificate: Certificate
  /** Whether plain HTTP is sent to HTTPS. */
  readonly redirect: boolean
  readonly timeoutSeconds: number | undefined
  readonly auth: (Auth & { readonly identity: IdentityProvider | undefined }) | undefined
  readonly rateLimit: NonNullable<Ingress['rateLimit']> | undefined
  readonly cors: Cors | undefined
  readonly allowedCidrs: NonNullable<Ingress['allowedCidrs']>
  readonly headers: { readonly request?: HeaderChanges; readonly response?: HeaderChanges }
}

/** How a service is reached from outside of the cluster. */
export interface Traffic {
  readonly platform: IngressPlatform
  readonly carrier: Carrier
  /** From where the gateway connects to the pods. */
  readonly gatewayNamespace: string
  /** The ports that it connects to. */
  readonly portNames: readonly string[]
  /** `undefined` while it is not known in which environment the service is. */
  readonly routes: readonly Route[] | undefined
}

/** The first route of each domain that has a certificate of its own: its listener and its certificate are named after that. */
export const withOwnCertificate = (routes: readonly Route[]): readonly Route[] =>
  routes.filter(
    ({ domain, certificate }, index) =>
      (certificate.from === 'Issuer' || certificate.from === 'Secret') &&
      routes.findIndex(other => other.domain === domain) === index,
  )

export const urlOf = ({ domain, path, certificate }: Route): string =>
  `${certificate.from === 'Nobody' ? 'http' : 'https'}://${domain}${path}`
