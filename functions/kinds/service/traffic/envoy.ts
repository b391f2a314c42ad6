import { BackendTrafficPolicy } from '../../../generated/gateway.envoyproxy.io/backend-traffic-policy.ts'
import { SecurityPolicy } from '../../../generated/gateway.envoyproxy.io/security-policy.ts'
import { present } from '../../../runtime/json.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { nameOf, object } from '../../composed.ts'
import type { Service } from '../service.ts'
import { gatewayGroup } from './listeners.ts'
import { whenEnforced } from './readiness.ts'
import type { Route } from './traffic.ts'

type Target = NonNullable<SecurityPolicy['spec']['targetRefs']>[number]

const target = ({ observed }: Service, routeKey: string, kind: 'HTTPRoute' | 'GRPCRoute'): Target => ({
  group: gatewayGroup,
  kind,
  name: nameOf(observed, routeKey),
})

interface Attached {
  readonly route: Route
  /** Under which the route is composed. */
  readonly routeKey: string
  readonly kind: 'HTTPRoute' | 'GRPCRoute'
}

/** Whether a route needs Envoy Gateway's own rules on who may ask. */
export const needsAccess = ({ auth, allowedCidrs }: Route): boolean => auth !== undefined || allowedCidrs.length > 0

/** Who may ask: by what they know, and from where. Without it being accepted Envoy Gateway answers nobody (its manual, “SecurityPolicy”). */
export const accessPolicy = (service: Service, key: string, { route, routeKey, kind }: Attached): Emit =>
  object(
    service.claim,
    key,
    SecurityPolicy,
    {
      spec: {
        targetRefs: [target(service, routeKey, kind)],
        ...authOf(route),
        ...(route.allowedCidrs.length > 0 && {
          authorization: {
            defaultAction: 'Deny',
            rules: route.allowedCidrs.map(
              ({ name, cidr }) => ({ name, action: 'Allow', principal: { clientCIDRs: [cidr] } }) as const,
            ),
          },
        }),
      },
    },
    { readiness: whenEnforced },
  )

type Access = Pick<SecurityPolicy['spec'], 'basicAuth' | 'jwt' | 'oidc'>

const authOf = ({ auth, domain, path }: Route): Access => {
  if (!auth) return {}
  const { mode, secretName = '', audiences = [], clientId = '', identity } = auth
  switch (mode) {
    case 'Basic':
      return { basicAuth: { users: { name: secretName } } }
    case 'JWT':
      return identity
        ? {
            jwt: {
              providers: [
                {
                  name: identity.name,
                  issuer: identity.issuer,
                  audiences,
                  remoteJWKS: { uri: identity.jwksUrl },
                },
              ],
            },
          }
        : {}
    case 'OIDC': {
      // Only what is below the route's path comes back to it.
      const below = `${path.replace(/\/$/, '')}/oauth2`
      return identity
        ? {
            oidc: {
              provider: { issuer: identity.issuer },
              clientID: clientId,
              clientSecret: { name: secretName },
              redirectURL: `https://${domain}${below}/callback`,
              logoutPath: `${below}/logout`,
            },
          }
        : {}
    }
  }
}

/** How many requests are let through. Each pod of Envoy's counts for itself. */
export const limitPolicy = (
  service: Service,
  key: string,
  { routeKey, kind }: Omit<Attached, 'route'>,
  { requests, per, by = 'Client' }: NonNullable<Route['rateLimit']>,
): Emit =>
  object(
    service.claim,
    key,
    BackendTrafficPolicy,
    {
      spec: {
        targetRefs: [target(service, routeKey, kind)],
        rateLimit: {
          type: 'Local',
          local: {
            rules: [
              present<LocalRule>({
                clientSelectors:
                  by === 'Client' ? [{ sourceCIDR: { type: 'Distinct', value: '0.0.0.0/0' } }] : undefined,
                limit: { requests, unit: per },
              }),
            ],
          },
        },
      },
    },
    { readiness: whenEnforced },
  )

type Local = NonNullable<NonNullable<BackendTrafficPolicy['spec']['rateLimit']>['local']>
type LocalRule = NonNullable<Local['rules']>[number]
