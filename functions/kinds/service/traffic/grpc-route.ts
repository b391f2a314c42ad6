import { GRPCRoute } from '../../../generated/gateway.networking.k8s.io/grpc-route.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { object } from '../../composed.ts'
import type { Service } from '../service.ts'
import { domainLabels, whenFirst } from './claimed.ts'
import { headerFilters } from './http-route.ts'
import { parentOf } from './parents.ts'
import { whenAttached } from './readiness.ts'
import type { Route, Traffic } from './traffic.ts'

/** Leads a domain to a port that speaks gRPC: all of its methods, for a path is a method there. */
export const grpcRoute = (service: Service, traffic: Traffic, key: string, route: Route): Emit => {
  const filters = headerFilters(route.headers)
  return object(
    service.claim,
    key,
    GRPCRoute,
    {
      spec: {
        parentRefs: [parentOf(service, traffic, route)],
        hostnames: [route.domain],
        rules: [
          {
            ...(filters.length > 0 && { filters }),
            backendRefs: [{ name: service.claim.name, port: route.port.port }],
          },
        ],
      },
    },
    { labels: domainLabels(route), readiness: whenFirst(service.observed, route, whenAttached) },
  )
}
