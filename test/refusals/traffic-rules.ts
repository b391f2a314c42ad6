import type { JsonObject } from '../../functions/runtime/json.ts'
import { platform, serviceClaim } from '../harness/claims.ts'
import type { BrokenRule } from './rules.ts'

const web = (why: string, change: JsonObject, field: string, says: string): BrokenRule => ({
  why,
  object: serviceClaim({ networking: { ingress: [{ name: 'web', ...change }] } }),
  path: `spec.networking.ingress[0].${field}`,
  says,
})

const out = (why: string, egress: JsonObject, field: string, says: string): BrokenRule => ({
  why,
  object: serviceClaim({ networking: { egress } }),
  path: `spec.networking.egress.${field}`,
  says,
})

const way = (why: string, ingress: JsonObject, field: string, says: string): BrokenRule => ({
  why,
  object: platform({ providers: { kubernetes: { ingress } } }),
  path: `spec.providers.kubernetes.ingress.${field}`,
  says,
})

const gateway = { name: 'public', namespace: 'gateways' }

/** The rules of ways in and out of services. */
export const brokenTrafficRules: readonly BrokenRule[] = [
  web(
    'a certificate that is nowhere',
    { tls: { mode: 'Provided' } },
    'tls.secretName',
    'mode Provided needs the secretName',
  ),
  web('a certificate that nobody asked for', { tls: { secretName: 'a' } }, 'tls.secretName', 'mode Provided needs'),
  web(
    'an issuer of nothing',
    { tls: { mode: 'Disabled', issuer: 'a' } },
    'tls.issuer',
    'an issuer issues certificates of mode Auto only',
  ),
  web(
    'a redirect to nothing',
    { tls: { mode: 'Disabled', redirect: 'Enabled' } },
    'tls.redirect',
    'there is no HTTPS to redirect to',
  ),
  web(
    'cookies for everybody',
    { cors: { allowOrigins: ['*'], credentials: 'Enabled' } },
    'cors.allowOrigins',
    'cookies for everybody’s pages',
  ),
  web('a password of nobody', { auth: { mode: 'Basic' } }, 'auth.secretName', 'Basic and OIDC need a secretName'),
  web(
    'a login without a client',
    { auth: { mode: 'OIDC', secretName: 'a' } },
    'auth.clientId',
    'OIDC needs the clientId',
  ),
  web('tokens for anybody', { auth: { mode: 'JWT' } }, 'auth.audiences', 'JWT needs audiences'),
  web(
    'a password that a provider knows',
    { auth: { mode: 'Basic', secretName: 'a', provider: 'staff' } },
    'auth.provider',
    'Basic asks no provider',
  ),
  out(
    'a way out that opens nothing',
    { mode: 'Open', allow: [{ name: 'a', cidr: '10.0.0.0/8' }] },
    'allow',
    'allow opens nothing',
  ),
  out(
    'a way out to nowhere',
    { mode: 'Restricted', allow: [{ name: 'a' }] },
    'allow[0].cidr',
    'give cidr for addresses',
  ),
  way('a gateway that is not named', { api: 'GatewayAPI' }, 'gateway', 'GatewayAPI needs the gateway'),
  way('a class of a gateway', { api: 'GatewayAPI', gateway, className: 'a' }, 'className', 'className is for Ingress'),
  way(
    'a gateway for Ingress',
    { api: 'Ingress', implementation: 'Istio' },
    'implementation',
    'this implementation carries out the other api',
  ),
]
