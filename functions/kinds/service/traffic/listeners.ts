import { ListenerSet } from '../../../generated/gateway.networking.k8s.io/listener-set.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import { object } from '../../composed.ts'
import type { Service } from '../service.ts'
import { secretNameOf } from './certificate.ts'
import { whenListening } from './readiness.ts'
import { withOwnCertificate, type Traffic } from './traffic.ts'

type Listener = ListenerSet['spec']['listeners'][number]

export const gatewayGroup = 'gateway.networking.k8s.io'

/**
 * The gateway's listeners for the domains whose certificate is the service's own: the Gateway itself belongs to the platform team. Of two for one
 * domain the gateway takes the older, and says so of the other.
 */
export const listeners = ({ claim }: Service, { platform: { gateway }, routes = [] }: Traffic): Entry => {
  const own = withOwnCertificate(routes)
  if (!gateway || own.length === 0) return absent('the certificates are the gateway’s')
  return object(
    claim,
    'listeners',
    ListenerSet,
    {
      spec: {
        parentRef: { group: gatewayGroup, kind: 'Gateway', name: gateway.name, namespace: gateway.namespace },
        listeners: own.map((route): Listener => ({
          name: route.name,
          hostname: route.domain,
          port: 443,
          protocol: 'HTTPS',
          tls: {
            mode: 'Terminate',
            certificateRefs: [{ group: '', kind: 'Secret', name: secretNameOf(claim, route) ?? '' }],
          },
          allowedRoutes: { namespaces: { from: 'Same' } },
        })),
      },
    },
    { readiness: whenListening },
  )
}
