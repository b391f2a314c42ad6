import type { Cors, HeaderChanges } from '../../../../apis/service/ingress.ts'
import { HTTPRoute } from '../../../generated/gateway.networking.k8s.io/http-route.ts'
import { nonEmpty, present } from '../../../runtime/json.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { object } from '../../composed.ts'
import type { Service } from '../service.ts'
import { domainLabels, whenFirst } from './claimed.ts'
import { httpParent, parentOf } from './parents.ts'
import { whenAttached } from './readiness.ts'
import type { Route, Traffic } from './traffic.ts'

type Rule = NonNullable<HTTPRoute['spec']['rules']>[number]
type Filter = NonNullable<Rule['filters']>[number]

/** Leads a domain, or a part of it, to the service. */
export const httpRoute = (service: Service, traffic: Traffic, key: string, route: Route): Emit =>
  object(
    service.claim,
    key,
    HTTPRoute,
    {
      spec: {
        parentRefs: [parentOf(service, traffic, route)],
        hostnames: [route.domain],
        rules: [
          present<Rule>({
            matches: matchesOf(route),
            filters: nonEmpty(filtersOf(route)),
            timeouts: route.timeoutSeconds === undefined ? undefined : { request: `${route.timeoutSeconds}s` },
            backendRefs: [{ name: service.claim.name, port: route.port.port }],
          }),
        ],
      },
    },
    { labels: domainLabels(route), readiness: whenFirst(service.observed, route, whenAttached) },
  )

/** Sends plain HTTP to HTTPS, of the same domain and path. */
export const redirect = ({ claim }: Service, traffic: Traffic, key: string, route: Route): Emit =>
  object(
    claim,
    key,
    HTTPRoute,
    {
      spec: {
        parentRefs: [httpParent(traffic)],
        hostnames: [route.domain],
        rules: [
          {
            matches: matchesOf(route),
            filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }],
          },
        ],
      },
    },
    { readiness: whenAttached },
  )

const matchesOf = ({ path, pathType }: Route): NonNullable<Rule['matches']> => [
  { path: { type: pathType === 'Exact' ? 'Exact' : 'PathPrefix', value: path } },
]

const filtersOf = ({ headers, cors }: Route): readonly Filter[] => [
  ...(cors ? [{ type: 'CORS' as const, cors: corsOf(cors) }] : []),
  ...headerFilters(headers),
]

/** The same for HTTPRoute and GRPCRoute. */
export const headerFilters = ({ request, response }: Route['headers']) => [
  ...(request ? [{ type: 'RequestHeaderModifier' as const, requestHeaderModifier: modifier(request) }] : []),
  ...(response ? [{ type: 'ResponseHeaderModifier' as const, responseHeaderModifier: modifier(response) }] : []),
]

const modifier = ({ set, add, remove }: HeaderChanges) =>
  present<NonNullable<Filter['requestHeaderModifier']>>({
    set: set?.map(({ name, value }) => ({ name, value })),
    add: add?.map(({ name, value }) => ({ name, value })),
    remove,
  })

const corsOf = ({ allowOrigins, allowMethods, allowHeaders, exposeHeaders, credentials, maxAgeSeconds }: Cors) =>
  present<NonNullable<Filter['cors']>>({
    allowOrigins,
    allowMethods: allowMethods ?? ['GET', 'HEAD', 'POST'],
    allowHeaders,
    exposeHeaders,
    allowCredentials: credentials === 'Enabled',
    maxAge: maxAgeSeconds ?? 600,
  })
