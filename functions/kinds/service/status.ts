import type { PlatformSpec } from '../../../apis/platform/schema.ts'
import type { ServiceStatus } from '../../../apis/service/status.ts'
import { present, type JsonObject } from '../../runtime/json.ts'
import { listAt, numberAt, partsAt, textAt } from '../../runtime/read.ts'
import type { Settled } from '../../runtime/settle.ts'
import { resourceLine, supportLinks } from '../report.ts'
import { clusterDomain, hostOf } from './address.ts'
import { secretNameOf, missing } from './binding.ts'
import { succeeded } from './jobs.ts'
import { dashboardUrl } from './observability/dashboard-link.ts'
import { selectorText } from './selector.ts'
import type { Service } from './service.ts'
import { urlOf as externalUrl } from './traffic/traffic.ts'

/** What the claim's status says. It changes only when something has: each change costs a call. */
export const status = (service: Service, settled: readonly Settled[], platform: PlatformSpec): JsonObject => {
  const { observed, bindings } = service
  const deployment = observed.composed('deployment')?.resource
  const running = listAt(deployment, 'spec', 'template', 'spec', 'containers')[0]
  const outside = outsideOf(service)
  const written: JsonObject = present<Omit<ServiceStatus, 'resources' | 'placement'>>({
    effective: effective(service),
    url: outside[0]?.url,
    endpoints: [
      ...service.ports.map(port => ({ name: port.name, url: urlOf(service, port), visibility: port.visibility })),
      ...outside,
    ],
    // What it is to have, as the autoscaler says it: how many there are just now would change with every pod.
    replicas: numberAt(deployment, 'spec', 'replicas') ?? 0,
    selector: selectorText(service),
    image: textAt(running, 'image') ?? textAt(service.claim.status, 'image'),
    bindings: bindings.map(binding =>
      present({
        name: binding.name,
        kind: binding.kind,
        claimName: binding.claimName,
        secretName: secretNameOf(binding, observed),
        ready: missing(binding, observed) === undefined ? ('True' as const) : ('False' as const),
      }),
    ),
    jobs: succeeded(service).map(name => ({ name, result: 'Succeeded' })),
    links: [...dashboardLinks(service), ...supportLinks(platform)],
    deviations: service.deviations.map(({ field, reason }) => ({ field, reason })),
  })
  return { ...written, resources: settled.map(resourceLine) }
}

const effective = (service: Service): NonNullable<ServiceStatus['effective']> => {
  const { scale, resources, runtime, watch } = service
  return {
    environment: service.environment,
    state: service.suspended ? 'Suspended' : 'Active',
    image: service.image,
    ...(runtime && { runtime: runtime.name }),
    replicas: scale.engine === 'None' ? { min: scale.min } : { min: scale.min, max: scale.max },
    resources: { ...resources.requests },
    scaling: scale.engine,
    logLevel: watch.logs.level,
    tier: watch.tier,
    metrics: watch.metrics?.mode ?? 'Disabled',
    tracing: watch.traces?.mode ?? 'Disabled',
    alerting: watch.alerts?.mode ?? 'Disabled',
  }
}

const dashboardLinks = (service: Service): NonNullable<ServiceStatus['links']> => {
  const url = dashboardUrl(service)
  return url === undefined ? [] : [{ title: 'Dashboard', url }]
}

/** Where it is reached through the gateway; as it was told, while nobody knows. */
const outsideOf = ({ traffic, claim }: Service): NonNullable<ServiceStatus['endpoints']> => {
  if (!traffic) return []
  const visibility = traffic.platform.exposure === 'Private' ? 'Internal' : 'Public'
  if (traffic.routes) return traffic.routes.map(route => ({ name: route.name, url: externalUrl(route), visibility }))
  return partsAt(claim.status, 'endpoints').flatMap(endpoint => {
    const [name, url] = [textAt(endpoint, 'name'), textAt(endpoint, 'url')]
    return name === undefined || url === undefined || url.includes(clusterDomain) ? [] : [{ name, url, visibility }]
  })
}

const schemes: Readonly<Record<string, string>> = { http: 'http', 'kubernetes.io/h2c': 'http', grpc: 'grpc' }

const urlOf = (service: Service, { port, protocol, appProtocol = '' }: Service['ports'][number]): string =>
  `${schemes[appProtocol] ?? protocol.toLowerCase()}://${hostOf(service)}:${port}`
