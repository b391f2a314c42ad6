import type { RefusalCase } from './refusals.ts'
import { at, certificates, domain, gateway, plain, reached, web } from './service-traffic.ts'
import { refused } from './services.ts'

const nginx = reached({ api: 'Ingress', implementation: 'IngressNginx' }, certificates)

/** What the gateway can't do, or would do to everybody's harm. */
export const serviceGatewayRefusals: readonly RefusalCase[] = [
  ...(
    [
      ['a timeout', { timeoutSeconds: 5 }, 'timeoutSeconds'],
      ['a redirect', { tls: { redirect: 'Enabled' } }, 'tls.redirect'],
      ['a login', { auth: { mode: 'JWT', audiences: ['a'] } }, 'auth.mode'],
      ['a rate limit', { rateLimit: { requests: 1, per: 'Second' } }, 'rateLimit.by'],
      ['calls from other origins', { cors: { allowOrigins: ['*'] } }, 'cors'],
      ['ranges', { allowedCidrs: [{ name: 'a', cidr: '10.0.0.0/8' }] }, 'allowedCidrs'],
      ['response headers', { headers: { response: { remove: ['A'] } } }, 'headers.response'],
    ] as const
  ).map(([what, change, field]) =>
    web(
      'UnsupportedByGateway',
      `${what} of a gateway that nobody named`,
      change,
      `${at}.${field}`,
      /does not say that what carries out GatewayAPI has it \(providers\.kubernetes\.ingress\.implementation\): leave it out/,
      plain,
    ),
  ),
  web(
    'UnsupportedByGateway',
    'tokens on ingress-nginx',
    { auth: { mode: 'JWT', audiences: ['a'] } },
    `${at}.auth.mode`,
    /JWT: IngressNginx offers Basic/,
    nginx,
  ),
  web(
    'UnsupportedByGateway',
    'a limit by the hour on ingress-nginx',
    { rateLimit: { requests: 1, per: 'Hour' } },
    `${at}.rateLimit.per`,
    /Hour: IngressNginx offers Second, Minute/,
    nginx,
  ),
  web(
    'UnsupportedByGateway',
    'request headers on ingress-nginx',
    { headers: { request: { remove: ['A'] } } },
    `${at}.headers.request`,
    /IngressNginx has no such thing/,
    nginx,
  ),
  refused(
    'UnsupportedByGateway',
    'a way to a database’s port',
    { ports: [{ name: 'pg', port: 5432, appProtocol: 'TCP' }], networking: { ingress: [{ name: 'web', domain }] } },
    `${at}.portName`,
    /the port pg speaks TCP; EnvoyGateway offers HTTP, HTTP2, GRPC/,
  ),
  refused(
    'UnsupportedByGateway',
    'a path of gRPC',
    {
      ports: [{ name: 'rpc', port: 5000, appProtocol: 'GRPC' }],
      networking: { ingress: [{ name: 'web', domain, path: '/a', timeoutSeconds: 5 }] },
    },
    `${at}.path`,
    /speaks gRPC, whose routes have none/,
  ),
  web(
    'InvalidCombination',
    'a password over plain HTTP',
    { tls: { mode: 'Disabled' }, auth: { mode: 'Basic', secretName: 'users' } },
    `${at}.auth`,
    /can be read on the way/,
  ),
  web(
    'InvalidCombination',
    'a login that could not come back',
    { pathType: 'Exact', auth: { mode: 'OIDC', secretName: 'a', clientId: 'a' } },
    `${at}.pathType`,
    /use pathType Prefix/,
  ),
  web(
    'UnknownIssuer',
    'an identity provider that nobody declared',
    { auth: { mode: 'JWT', audiences: ['a'], provider: 'mine' } },
    `${at}.auth.provider`,
    /there are staff, partners/,
  ),
  web(
    'MissingIntegration',
    'tokens of nobody',
    { auth: { mode: 'JWT', audiences: ['a'] } },
    'XPlatform/default spec.integrations.identityProviders',
    /who tells who asks/,
    reached({ api: 'GatewayAPI', gateway, implementation: 'EnvoyGateway' }, certificates),
  ),
  web(
    'InvalidClaim',
    'a range with host bits',
    { allowedCidrs: [{ name: 'office', cidr: '10.1.2.3/8' }] },
    `${at}.allowedCidrs[office].cidr`,
    /write 10\.0\.0\.0\/8/,
  ),
]
