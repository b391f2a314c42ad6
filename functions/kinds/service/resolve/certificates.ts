import type { IngressPlatform } from '../../../../apis/platform/ingress.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Ingress } from '../../../../apis/service/ingress.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { carrierOf } from '../../../settings/ingress.ts'
import { platformPath } from '../../../settings/platform.ts'
import { offers } from '../traffic/capabilities.ts'
import type { Certificate, Route } from '../traffic/traffic.ts'

/** Whether services bring certificates of their own. Where the platform does not say: if what carries the traffic can have them. */
export const hasOwnCertificates = (declared: IngressPlatform): boolean =>
  (declared.certificates ?? (carriesOwnCertificates(declared) ? 'PerService' : 'Shared')) === 'PerService'

/** Whether what carries the traffic can present certificates of services. */
export const carriesOwnCertificates = (declared: IngressPlatform): boolean =>
  offers.certificates.offered[carrierOf(declared)].length > 0

const issuersOf = ({ integrations = {} }: PlatformSpec) => integrations.certificates?.issuers ?? []

export const certificateOf = (
  { mode = 'Auto', issuer: wanted, secretName = '' }: NonNullable<Ingress['tls']>,
  declared: IngressPlatform,
  platform: PlatformSpec,
): Certificate => {
  switch (mode) {
    case 'Disabled':
      return { from: 'Nobody' }
    case 'Provided':
      return { from: 'Secret', secretName }
    case 'Auto': {
      const issuers = issuersOf(platform)
      const issuer = wanted === undefined ? issuers[0] : issuers.find(({ name }) => name === wanted)
      return issuer && hasOwnCertificates(declared)
        ? { from: 'Issuer', issuer: { name: issuer.name, kind: issuer.kind ?? 'ClusterIssuer' } }
        : { from: 'Gateway' }
    }
  }
}

/** Certificates that nobody could issue or present, and two for one domain. */
export const certificateRefusals = (
  asked: readonly Ingress[],
  routes: readonly Route[],
  declared: IngressPlatform,
  platform: PlatformSpec,
): readonly Refusal[] => [
  ...asked.flatMap(ingress => unavailable(ingress, declared, platform)),
  ...routes.flatMap((route, index) => {
    const first = routes.slice(0, index).find(({ domain }) => domain === route.domain)
    return first && JSON.stringify(first.certificate) !== JSON.stringify(route.certificate)
      ? [
          refuse(
            'InvalidCombination',
            `spec.networking.ingress[${route.name}].tls`,
            `${route.domain} has another certificate by ${first.name}: write the same tls in both`,
          ),
        ]
      : []
  }),
]

const unavailable = (
  { name, tls = {} }: Ingress,
  declared: IngressPlatform,
  platform: PlatformSpec,
): readonly Refusal[] => {
  const { mode = 'Auto', issuer, secretName } = tls
  const path = `spec.networking.ingress[${name}].tls`
  if (mode === 'Disabled') return []
  if (mode === 'Provided') {
    if (secretName === undefined)
      return [
        refuse('InvalidClaim', `${path}.secretName`, 'name the Secret with the certificate, of type kubernetes.io/tls'),
      ]
    if (carriesOwnCertificates(declared) && (declared.api === 'Ingress' || hasOwnCertificates(declared))) return []
    return [
      refuse('UnsupportedByGateway', `${path}.mode`, 'the gateway has one certificate for all services: leave tls out'),
    ]
  }
  if (!hasOwnCertificates(declared))
    return issuer === undefined
      ? []
      : [
          refuse(
            'UnsupportedByGateway',
            `${path}.issuer`,
            'the gateway has one certificate for all services: leave the issuer out',
          ),
        ]
  return [...missingIssuer(path, issuer, platform), ...incapable(path, declared)]
}

const missingIssuer = (path: string, issuer: string | undefined, platform: PlatformSpec): readonly Refusal[] => {
  const names = issuersOf(platform).map(({ name }) => name)
  if (names.length === 0)
    return [
      refuse(
        'MissingIntegration',
        `${platformPath}.integrations.certificates`,
        'the platform does not say who issues certificates, nor that the gateway has one for all (providers.kubernetes.ingress.certificates: Shared)',
      ),
    ]
  return issuer === undefined || names.includes(issuer)
    ? []
    : [refuse('UnknownIssuer', `${path}.issuer`, `there is no issuer "${issuer}"; there are ${names.join(', ')}`)]
}

const incapable = (path: string, declared: IngressPlatform): readonly Refusal[] =>
  carriesOwnCertificates(declared)
    ? []
    : [
        refuse(
          'UnsupportedByGateway',
          `${path}.mode`,
          `${carrierOf(declared)} takes no certificates of services: the platform has to share the gateway's (providers.kubernetes.ingress.certificates: Shared)`,
        ),
      ]
