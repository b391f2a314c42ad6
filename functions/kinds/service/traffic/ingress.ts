import { Ingress } from '../../../generated/networking.k8s.io/ingress.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { whenObserved } from '../../../runtime/readiness.ts'
import { object } from '../../composed.ts'
import type { Service } from '../service.ts'
import { secretNameOf } from './certificate.ts'
import { domainLabels, whenFirst } from './claimed.ts'
import { nginxAnnotations } from './nginx.ts'
import type { Route, Traffic } from './traffic.ts'

/**
 * Leads a domain, or a part of it, to the service, for clusters without a gateway. Ready when it exists: an Ingress has no conditions, and many
 * controllers never tell its address.
 */
export const ingress = (service: Service, { platform, carrier }: Traffic, key: string, route: Route): Emit => {
  const { claim } = service
  const { domain, path, pathType, port, certificate } = route
  const secretName = secretNameOf(claim, route)
  return object(
    claim,
    key,
    Ingress,
    {
      spec: {
        ...(platform.className !== undefined && { ingressClassName: platform.className }),
        ...(certificate.from !== 'Nobody' && {
          tls: [{ hosts: [domain], ...(secretName !== undefined && { secretName }) }],
        }),
        rules: [
          {
            host: domain,
            http: {
              paths: [{ path, pathType, backend: { service: { name: claim.name, port: { number: port.port } } } }],
            },
          },
        ],
      },
    },
    {
      labels: domainLabels(route),
      readiness: whenFirst(service.observed, route, whenObserved),
      ...(carrier === 'IngressNginx' && { annotations: nginxAnnotations(route) }),
    },
  )
}
