import type { ErrorCode } from '../../functions/runtime/errors.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { platform } from '../harness/claims.ts'
import type { RefusalCase } from './refusals.ts'
import { refused } from './services.ts'

export const domain = 'api.company.example'
export const at = 'spec.networking.ingress[web]'

/** A platform with a way in, and with nothing else that a test is not about. */
export const reached = (ingress: JsonObject, more: JsonObject = {}) => ({
  platform: platform({
    providers: { kubernetes: { network: { ingressNamespace: 'ingress' }, ingress } },
    policy: { exposures: ['Private', 'Public'], domains: ['company.example'] },
    ...more,
  }),
})
export const certificates = {
  integrations: { certificates: { engine: 'CertManager', issuers: [{ name: 'letsencrypt' }] } },
}
export const gateway = { name: 'public', namespace: 'gateways' }
export const plain = reached({ api: 'GatewayAPI', gateway })

export const web = (
  code: ErrorCode,
  why: string,
  change: JsonObject,
  path: string,
  says: RegExp,
  more: Partial<RefusalCase> = {},
): RefusalCase =>
  refused(code, why, { networking: { ingress: [{ name: 'web', domain, ...change }] } }, path, says, more)

const evil = [
  ['one that only ends like an allowed one', 'evil-company.example'],
  ['one that only begins like an allowed one', 'company.example.evil.test'],
  ['the whole of the top level', 'api.example'],
  ['another script’s spelling of it', 'xn--cmpany-tdf.example'],
] as const

/** Ways in that can't be had. */
export const serviceTrafficRefusals: readonly RefusalCase[] = [
  ...evil.map(([why, name]) =>
    web(
      'DomainNotAllowed',
      why,
      { domain: name },
      `${at}.domain`,
      /is not below company\.example, payment\.company\.com, as XPlatform default/,
    ),
  ),
  web('DomainNotAllowed', 'a domain where nobody says which', {}, `${at}.domain`, /nobody says which/, {
    platform: platform({
      providers: { kubernetes: { ingress: { api: 'GatewayAPI', gateway } } },
      policy: { exposures: ['Public'] },
    }),
  }),
  refused(
    'MissingDomain',
    'no domain, in a namespace that has none',
    { networking: { ingress: [{ name: 'web' }] } },
    `${at}.domain`,
    /name a domain, such as api\.example\.com/,
  ),
  web('UnknownPort', 'a way to a port that is not there', { portName: 'web' }, `${at}.portName`, /there are http/),
  refused(
    'UnknownPort',
    'a way to a worker',
    { ports: [], networking: { ingress: [{ name: 'web', domain }] } },
    `${at}.portName`,
    /listens on no port/,
  ),
  refused(
    'InvalidCombination',
    'one domain and path twice',
    {
      networking: {
        ingress: [
          { name: 'web', domain, path: '/a' },
          { name: 'again', domain, path: '/a' },
        ],
      },
    },
    'spec.networking.ingress[again].path',
    /api\.company\.example\/a leads to http by web already/,
  ),
  refused(
    'InvalidCombination',
    'two certificates for one domain',
    {
      networking: {
        ingress: [
          { name: 'web', domain, path: '/a' },
          { name: 'other', domain, path: '/b', tls: { issuer: 'internal-ca' } },
        ],
      },
    },
    'spec.networking.ingress[other].tls',
    /write the same tls in both/,
  ),
  web(
    'UnknownIssuer',
    'an issuer that nobody declared',
    { tls: { issuer: 'mine' } },
    `${at}.tls.issuer`,
    /there are letsencrypt, internal-ca/,
  ),
  web(
    'MissingIntegration',
    'a certificate that nobody issues',
    {},
    'XPlatform/default spec.integrations.certificates',
    /who issues certificates/,
    reached({ api: 'Ingress' }),
  ),
  web(
    'UnsupportedByGateway',
    'a certificate of one’s own where the gateway has one for all',
    { tls: { mode: 'Provided', secretName: 'a' } },
    `${at}.tls.mode`,
    /one certificate for all services: leave tls out/,
    plain,
  ),
  web(
    'UnsupportedByGateway',
    'an issuer where the gateway has one certificate for all',
    { tls: { issuer: 'letsencrypt' } },
    `${at}.tls.issuer`,
    /leave the issuer out/,
    plain,
  ),
  web(
    'UnsupportedByGateway',
    'certificates of services on a gateway that takes none',
    {},
    `${at}.tls.mode`,
    /Istio takes no certificates of services/,
    reached({ api: 'GatewayAPI', gateway, implementation: 'Istio', certificates: 'PerService' }, certificates),
  ),
  web(
    'MissingPlatformFact',
    'a way in where there is none',
    {},
    'XPlatform/default spec.providers.kubernetes.ingress',
    /how services are reached/,
    { platform: platform({}) },
  ),
  web(
    'MissingPlatformFact',
    'an ingress controller that runs nobody knows where',
    {},
    'XPlatform/default spec.providers.kubernetes.network.ingressNamespace',
    /in which namespace/,
    { platform: platform({ providers: { kubernetes: { ingress: { api: 'Ingress' } } } }) },
  ),
  web(
    'MissingPlatformFact',
    'a redirect from a listener that nobody named',
    { tls: { redirect: 'Enabled' } },
    'XPlatform/default spec.providers.kubernetes.ingress.gateway.httpSectionName',
    /which listener/,
    reached({ api: 'GatewayAPI', gateway, implementation: 'Istio' }),
  ),
  web(
    'ExposureNotAllowed',
    'a way in from the internet where the platform allows none',
    {},
    'spec.networking.ingress',
    /reached from the internet; allowed is Private/,
    {
      platform: platform({
        providers: { kubernetes: { ingress: { api: 'GatewayAPI', gateway } } },
        policy: { domains: ['company.example'] },
      }),
    },
  ),
]
