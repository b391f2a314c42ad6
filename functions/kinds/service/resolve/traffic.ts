import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Ingress } from '../../../../apis/service/ingress.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import type { Observed } from '../../../runtime/observed.ts'
import { defaultDomain, domainRefusals, isShared } from '../../../settings/domains.ts'
import { carrierOf, ingressNamespaceOf } from '../../../settings/ingress.ts'
import { platformPath } from '../../../settings/platform.ts'
import type { NetworkAround } from '../../../settings/network-around.ts'
import type { ServicePort } from '../service.ts'
import { takenRefusals } from '../traffic/claimed.ts'
import { routeKey } from '../traffic/plan.ts'
import type { Route, Traffic } from '../traffic/traffic.ts'
import { offerRefusals } from './offers.ts'
import { certificateOf, certificateRefusals } from './certificates.ts'
import { canRedirect } from './redirect.ts'

export interface DecidedTraffic {
  /** `undefined` where the service is not to be reached from outside, or can't be. */
  readonly value: Traffic | undefined
  readonly refusals: readonly Refusal[]
}

interface Sources {
  readonly spec: ServiceSpec
  readonly ports: readonly ServicePort[]
  readonly platform: PlatformSpec
  /** `undefined` while nobody knows. */
  readonly network: NetworkAround | undefined
  readonly observed: Observed
}

const field = `${platformPath}.providers.kubernetes`

/** Which domain leads to which port, by what; or every reason why one can't. */
export const decideTraffic = (sources: Sources): DecidedTraffic => {
  const { spec, ports, platform, network, observed } = sources
  const asked = spec.networking?.ingress ?? []
  if (asked.length === 0) return { value: undefined, refusals: [] }
  const declared = platform.providers?.kubernetes?.ingress
  const gatewayNamespace = ingressNamespaceOf(platform)
  if (!declared) return refusedFor(`${field}.ingress`, 'how services are reached from outside')
  if (gatewayNamespace === undefined)
    return refusedFor(`${field}.network.ingressNamespace`, 'in which namespace the ingress controller runs')
  const portNames = asked.flatMap(({ portName = ports[0]?.name }) => portName ?? [])
  const base = { platform: declared, carrier: carrierOf(declared), gatewayNamespace, portNames }
  const fixed = [
    ...exposureRefusals(platform),
    ...asked.flatMap(ingress => offerRefusals(ingress, portOf(ingress, ports), declared, platform)),
  ]
  if (!network) return { value: { ...base, routes: undefined }, refusals: fixed }
  const routes = asked.flatMap(ingress => routeOf(ingress, sources, network))
  const value = { ...base, routes }
  return {
    value,
    refusals: [
      ...fixed,
      ...asked.flatMap(ingress => nameless(ingress, observed.claim.name, network)),
      ...routes.flatMap(route => domainRefusals(route.domain, pathOf(route, 'domain'), network, platform)),
      ...twins(routes),
      ...certificateRefusals(asked, routes, declared, platform),
      ...routes.flatMap(route => takenRefusals(observed, route, routeKey(value, route))),
    ],
  }
}

const refusedFor = (path: string, what: string): DecidedTraffic => ({
  value: undefined,
  refusals: [refuse('MissingPlatformFact', path, `the platform does not say ${what}`)],
})

const pathOf = ({ name }: { readonly name: string }, rest: string): string => `spec.networking.ingress[${name}].${rest}`

const exposureRefusals = ({ policy = {}, providers = {} }: PlatformSpec): readonly Refusal[] => {
  const isPublic = (providers.kubernetes?.ingress?.exposure ?? 'Public') === 'Public'
  const allowed = policy.exposures ?? ['Private']
  return isPublic && !allowed.includes('Public')
    ? [
        refuse(
          'ExposureNotAllowed',
          'spec.networking.ingress',
          `the gateway is reached from the internet; allowed is ${allowed.join(', ')}`,
        ),
      ]
    : []
}

const portOf = ({ portName }: Ingress, ports: readonly ServicePort[]): ServicePort | undefined =>
  portName === undefined ? ports[0] : ports.find(({ name }) => name === portName)

const nameless = ({ name, domain }: Ingress, service: string, network: NetworkAround): readonly Refusal[] =>
  domain === undefined && defaultDomain(service, network) === undefined
    ? [
        refuse(
          'MissingDomain',
          pathOf({ name }, 'domain'),
          `name a domain, such as ${service}.example.com: the environment has none by which to make one`,
        ),
      ]
    : []

/** What names no port or no domain that is there is refused elsewhere. */
const routeOf = (
  ingress: Ingress,
  { ports, platform, observed }: Sources,
  network: NetworkAround,
): readonly Route[] => {
  const { name, path = '/', pathType = 'Prefix', tls = {}, timeoutSeconds, auth, rateLimit, cors } = ingress
  const declared = platform.providers?.kubernetes?.ingress
  const domain = ingress.domain ?? defaultDomain(observed.claim.name, network)
  const port = portOf(ingress, ports)
  if (!port || domain === undefined || !declared) return []
  const certificate = certificateOf(tls, declared, platform)
  const identities = platform.integrations?.identityProviders ?? []
  return [
    {
      name,
      domain,
      shared: isShared(domain, network),
      exclusive: declared.api === 'GatewayAPI' && (certificate.from === 'Issuer' || certificate.from === 'Secret'),
      path,
      pathType,
      port,
      certificate,
      redirect: certificate.from !== 'Nobody' && canRedirect(declared) && tls.redirect !== 'Disabled',
      timeoutSeconds,
      auth: auth && {
        ...auth,
        identity: auth.provider === undefined ? identities[0] : identities.find(one => one.name === auth.provider),
      },
      rateLimit,
      cors,
      allowedCidrs: ingress.allowedCidrs ?? [],
      headers: ingress.headers ?? {},
    },
  ]
}

/** One domain and path twice: a gateway would serve one of them, and say nothing. */
const twins = (routes: readonly Route[]): readonly Refusal[] =>
  routes.flatMap((route, index) => {
    const twin = routes
      .slice(0, index)
      .find(
        ({ domain, path, pathType }) => domain === route.domain && path === route.path && pathType === route.pathType,
      )
    return twin
      ? [
          refuse(
            'InvalidCombination',
            pathOf(route, 'path'),
            `${route.domain}${route.path} leads to ${twin.port.name} by ${twin.name} already`,
          ),
        ]
      : []
  })
