import { GRPCRoute } from '../../../generated/gateway.networking.k8s.io/grpc-route.ts'
import { HTTPRoute } from '../../../generated/gateway.networking.k8s.io/http-route.ts'
import { Ingress } from '../../../generated/networking.k8s.io/ingress.ts'
import { itemKey, keyKind } from '../../../runtime/keys.ts'
import type { Observed } from '../../../runtime/observed.ts'
import { each, waiting, type Entry, type Plan } from '../../../runtime/plan.ts'
import type { LabelSelector } from '../../../runtime/protocol.ts'
import { nameOf } from '../../composed.ts'
import type { Service } from '../service.ts'
import { certificate } from './certificate.ts'
import { domainCheck, domainKnown } from './claimed.ts'
import { accessPolicy, limitPolicy, needsAccess } from './envoy.ts'
import { grpcRoute } from './grpc-route.ts'
import { httpRoute, redirect } from './http-route.ts'
import { ingress } from './ingress.ts'
import { trafficKeys, type TrafficKey } from './keys.ts'
import { listeners } from './listeners.ts'
import { withOwnCertificate, type Route, type Traffic } from './traffic.ts'

const familyOf = ({ platform: { api } }: Traffic, { port }: Route) => {
  if (api === 'Ingress') return { family: 'ingress', type: Ingress } as const
  return port.appProtocol === 'grpc'
    ? ({ family: 'grpc-route', type: GRPCRoute } as const)
    : ({ family: 'route', type: HTTPRoute } as const)
}

/** Under which the object is composed that leads a route's domain to the service. */
export const routeKey = (traffic: Traffic, route: Route) => itemKey(familyOf(traffic, route).family, route.name)

/** What leads to the service from outside of the cluster: a route of each domain, its certificate, and who may ask. */
export const trafficPlan = (service: Service): Plan<TrafficKey> => {
  const { traffic, observed } = service
  if (!traffic) return {}
  const { routes } = traffic
  if (!routes) return asTheyAre(observed)
  return {
    ...each(issued(routes), ({ route, issuer }) => {
      const key = certificateKey(route)
      return [key, certificate(service, key, route, issuer)]
    }),
    ...(traffic.platform.api === 'GatewayAPI' && { listeners: listeners(service, traffic) }),
    ...each(routes, route => [routeKey(traffic, route), leading(service, traffic, route)]),
    ...each(
      routes.filter(route => route.redirect && traffic.platform.api === 'GatewayAPI'),
      route => {
        const key = itemKey('redirect', route.name)
        return [key, redirect(service, traffic, key, route)]
      },
    ),
    ...(traffic.carrier === 'EnvoyGateway' && policies(service, traffic, routes)),
  }
}

/** The domains whose certificate is issued for the service. */
const issued = (routes: readonly Route[]) =>
  withOwnCertificate(routes).flatMap(route =>
    route.certificate.from === 'Issuer' ? [{ route, issuer: route.certificate.issuer }] : [],
  )

const certificateKey = ({ name }: Route) => itemKey('certificate', name)

/** The Certificates of a service. */
export const certificateNames = ({ traffic, observed }: Service): readonly string[] =>
  issued(traffic?.routes ?? []).map(({ route }) => nameOf(observed, certificateKey(route)))

const leading = (service: Service, traffic: Traffic, route: Route): Entry => {
  if (!domainKnown(service.observed, route))
    return waiting('its domain', 'whether another service has it is not known yet')
  const key = routeKey(traffic, route)
  const access = accessKey(route)
  // Between the two nobody would be asked who he is.
  if (traffic.carrier === 'EnvoyGateway' && needsAccess(route) && !service.observed.composed(access))
    return waiting(access, 'nobody is let in before it is said who may')
  switch (familyOf(traffic, route).family) {
    case 'ingress':
      return ingress(service, traffic, key, route)
    case 'grpc-route':
      return grpcRoute(service, traffic, key, route)
    case 'route':
      return httpRoute(service, traffic, key, route)
  }
}

const accessKey = ({ name }: Route) => itemKey('access', name)

const policies = (service: Service, traffic: Traffic, routes: readonly Route[]): Plan<TrafficKey> => {
  const attached = routes.map(route => {
    const { family } = familyOf(traffic, route)
    const kind = family === 'grpc-route' ? ('GRPCRoute' as const) : ('HTTPRoute' as const)
    return { route, routeKey: routeKey(traffic, route), kind }
  })
  return {
    ...each(
      attached.filter(({ route }) => needsAccess(route)),
      one => {
        const key = accessKey(one.route)
        return [key, accessPolicy(service, key, one)]
      },
    ),
    ...each(
      attached.flatMap(one => (one.route.rateLimit ? [{ one, limit: one.route.rateLimit }] : [])),
      ({ one, limit }) => {
        const key = itemKey('limit', one.route.name)
        return [key, limitPolicy(service, key, one, limit)]
      },
    ),
  }
}

/** What is there stays as it is, as long as nobody knows in which environment it is. */
const asTheyAre = (observed: Observed): Plan<TrafficKey> =>
  Object.fromEntries(
    observed.keys
      .filter(key => keyKind(trafficKeys, key) !== undefined)
      .map(key => [key, waiting('its environment', 'which domains it allows is not known yet')]),
  )

/** Asks who else has the domains. */
export const domainChecks = (traffic: Traffic): readonly (readonly [string, LabelSelector])[] =>
  (traffic.routes ?? []).map(route => domainCheck(route, familyOf(traffic, route).type))
