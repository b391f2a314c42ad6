import { nameOf } from '../../composed.ts'
import type { Service } from '../service.ts'
import { gatewayGroup } from './listeners.ts'
import { withOwnCertificate, type Route, type Traffic } from './traffic.ts'

interface ParentRef {
  readonly group: string
  readonly kind: string
  readonly name: string
  readonly namespace?: string
  readonly sectionName?: string
}

/** What a route is attached to: the service's own listener of its domain, or one of the platform's Gateway. */
export const parentOf = (service: Service, traffic: Traffic, route: Route): ParentRef => {
  const { routes = [], platform } = traffic
  const listener = withOwnCertificate(routes).find(({ domain }) => domain === route.domain)
  if (listener)
    return {
      group: gatewayGroup,
      kind: 'ListenerSet',
      name: nameOf(service.observed, 'listeners'),
      sectionName: listener.name,
    }
  const { sectionName, httpSectionName } = platform.gateway ?? {}
  return gatewayRef(traffic, route.certificate.from === 'Nobody' ? httpSectionName : sectionName)
}

/** The platform's listener for plain HTTP. */
export const httpParent = (traffic: Traffic): ParentRef =>
  gatewayRef(traffic, traffic.platform.gateway?.httpSectionName)

const gatewayRef = ({ platform: { gateway } }: Traffic, sectionName: string | undefined): ParentRef => ({
  group: gatewayGroup,
  kind: 'Gateway',
  name: gateway?.name ?? '',
  namespace: gateway?.namespace ?? '',
  ...(sectionName !== undefined && { sectionName }),
})
