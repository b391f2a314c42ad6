import type { IngressPlatform } from '../../../../apis/platform/ingress.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Ingress } from '../../../../apis/service/ingress.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { carrierOf, type Carrier } from '../../../settings/ingress.ts'
import { rangeFault } from '../../../settings/network.ts'
import { platformPath } from '../../../settings/platform.ts'
import type { Deviation } from '../../report.ts'
import type { ServicePort } from '../service.ts'
import { offers, type Feature, type Offer } from '../traffic/capabilities.ts'
import { authRefusals } from './auth.ts'
import { canRedirect } from './redirect.ts'

/** What of a feature an ingress asks for; no value where any will do. */
interface Wish {
  readonly feature: Feature
  readonly field: string
  readonly value?: string
}

const wishesOf = ({
  tls,
  timeoutSeconds,
  auth,
  rateLimit,
  cors,
  allowedCidrs,
  headers = {},
}: Ingress): readonly Wish[] => [
  ...(tls?.redirect === 'Enabled' ? [{ feature: 'redirect', field: 'tls.redirect' } as const] : []),
  ...(timeoutSeconds === undefined ? [] : [{ feature: 'timeout', field: 'timeoutSeconds' } as const]),
  ...(auth ? [{ feature: 'auth', field: 'auth.mode', value: auth.mode } as const] : []),
  ...(rateLimit
    ? ([
        { feature: 'rateBy', field: 'rateLimit.by', value: rateLimit.by ?? 'Client' },
        { feature: 'ratePer', field: 'rateLimit.per', value: rateLimit.per },
      ] as const)
    : []),
  ...(cors ? [{ feature: 'cors', field: 'cors' } as const] : []),
  ...(allowedCidrs ? [{ feature: 'allowedCidrs', field: 'allowedCidrs' } as const] : []),
  ...(headers.request ? [{ feature: 'requestHeaders', field: 'headers.request' } as const] : []),
  ...(headers.response ? [{ feature: 'responseHeaders', field: 'headers.response' } as const] : []),
]

/** What of an ingress can't be carried out here. */
export const offerRefusals = (
  ingress: Ingress,
  port: ServicePort | undefined,
  declared: IngressPlatform,
  platform: PlatformSpec,
): readonly Refusal[] => {
  const carrier = carrierOf(declared)
  const path = `spec.networking.ingress[${ingress.name}]`
  return [
    ...wishesOf(ingress).flatMap(wish => notOffered(wish, path, carrier)),
    ...(port ? protocolRefusals(ingress, port, path, carrier) : []),
    ...(ingress.tls?.redirect === 'Enabled' && offers.redirect.offered[carrier].length > 0 && !canRedirect(declared)
      ? [
          refuse(
            'MissingPlatformFact',
            `${platformPath}.providers.kubernetes.ingress.gateway.httpSectionName`,
            'the platform does not say which listener of the gateway is for plain HTTP',
          ),
        ]
      : []),
    ...(ingress.allowedCidrs ?? []).flatMap(({ name, cidr }) => {
      const fault = rangeFault(cidr)
      return fault === undefined ? [] : [refuse('InvalidClaim', `${path}.allowedCidrs[${name}].cidr`, fault)]
    }),
    ...authRefusals(ingress, path, platform),
  ]
}

const notOffered = ({ feature, field, value }: Wish, path: string, carrier: Carrier): readonly Refusal[] => {
  const { offered }: Offer = offers[feature]
  const values = offered[carrier]
  if (value === undefined ? values.length > 0 : values.includes(value)) return []
  const message =
    values.length > 0 ? `${value}: ${carrier} offers ${values.join(', ')}` : `${without(carrier)}: leave it out`
  return [refuse('UnsupportedByGateway', `${path}.${field}`, message)]
}

/** Whatever speaks only the API may have more; nobody has said so. */
const without = (carrier: Carrier): string =>
  carrier === 'GatewayAPI' || carrier === 'Ingress'
    ? `the platform does not say that what carries out ${carrier} has it (providers.kubernetes.ingress.implementation)`
    : `${carrier} has no such thing`

/** What Kubernetes calls them (see `resolve/ports.ts`). */
const protocols: Readonly<Record<string, string>> = { http: 'HTTP', 'kubernetes.io/h2c': 'HTTP2', grpc: 'GRPC' }

const protocolRefusals = (
  { pathType, path: below = '/', timeoutSeconds, cors, auth }: Ingress,
  { name, protocol, appProtocol }: ServicePort,
  path: string,
  carrier: Carrier,
): readonly Refusal[] => {
  const spoken = protocol === 'TCP' ? (protocols[appProtocol ?? 'http'] ?? 'TCP') : protocol
  const { offered }: Offer = offers.protocol
  if (!offered[carrier].includes(spoken))
    return [
      refuse(
        'UnsupportedByGateway',
        `${path}.portName`,
        `the port ${name} speaks ${spoken}; ${carrier} offers ${offered[carrier].join(', ')}`,
      ),
    ]
  if (spoken !== 'GRPC' || carrier === 'IngressNginx') return []
  const asked = [
    ...(below !== '/' || pathType === 'Exact' ? [below === '/' ? 'pathType' : 'path'] : []),
    ...(timeoutSeconds === undefined ? [] : ['timeoutSeconds']),
    ...(cors ? ['cors'] : []),
    ...(auth?.mode === 'OIDC' ? ['auth.mode'] : []),
  ]
  return asked.map(field =>
    refuse(
      'UnsupportedByGateway',
      `${path}.${field}`,
      `the port ${name} speaks gRPC, whose routes have none: leave it out`,
    ),
  )
}

/** What is carried out in another sense than the field's. */
export const trafficDeviations = (
  asked: readonly Ingress[],
  declared: IngressPlatform | undefined,
): readonly Deviation[] => {
  if (!declared) return []
  const carrier = carrierOf(declared)
  return asked.flatMap(ingress =>
    wishesOf(ingress).flatMap(({ feature, field }) => {
      const { deviates = {} }: Offer = offers[feature]
      const reason = deviates[carrier]
      return reason === undefined ? [] : [{ field: `spec.networking.ingress[${ingress.name}].${field}`, reason }]
    }),
  )
}
