import { qualified } from '../../../../apis/group.ts'
import type { AdditionalContainer } from '../../../../apis/service/container.ts'
import { nonEmpty, present } from '../../../runtime/json.ts'
import { stableHash } from '../../../runtime/names.ts'
import { nameOf } from '../../composed.ts'
import { pullPolicy, tmp, type Container, type PodSpec, type Template } from '../../pod/container.ts'
import { allowanceOf, containerResources } from '../../pod/resources.ts'
import { containerSecurity, podBasics, podSecurity } from '../../pod/security.ts'
import { fingerprint } from '../binding.ts'
import { instrumentationAnnotations } from '../observability/instrumentation.ts'
import { podLabels, selectorOf } from '../selector.ts'
import type { Service } from '../service.ts'
import { otherEnv, serviceEnv } from './env.ts'
import { containerProbes } from './probes.ts'
import { lowPorts, ownSecurity } from './security.ts'
import { podVolumes, serviceMounts } from './volumes.ts'

/** The pods of a service. They change, and so are replaced, only when something in here does. */
export const podTemplate = (service: Service): Template => ({
  metadata: { labels: podLabels(service, 'deployment'), ...annotations(service) },
  spec: {
    ...basicsOf(service),
    securityContext: { ...podSecurity(service), ...lowPorts(service) },
    ...present<Partial<PodSpec>>({
      initContainers: nonEmpty(
        service.containers.filter(({ role }) => role !== 'Sidecar').map(one => otherContainer(one, service)),
      ),
      topologySpreadConstraints: spread(service),
      nodeSelector: nodeSelector(service),
    }),
    terminationGracePeriodSeconds: service.rollout.terminationGraceSeconds ?? 30,
    containers: [
      serviceContainer(service),
      ...service.containers.filter(({ role }) => role === 'Sidecar').map(one => otherContainer(one, service)),
    ],
    volumes: podVolumes(service),
  },
})

/** What every pod of a service has, its jobs' as well. */
export const basicsOf = (service: Service) =>
  podBasics({ ...service, serviceAccountName: nameOf(service.observed, 'service-account') })

/** What pods do not read by themselves when it changes, so that they are replaced; and what instruments them. */
const annotations = (service: Service): Pick<NonNullable<Template['metadata']>, 'annotations'> => {
  const { files, bindings, observed } = service
  const contents = files.flatMap(({ path, content }) => (content === undefined ? [] : [path, content]))
  const said = present<Record<string, string>>({
    [qualified('files')]: contents.length > 0 ? stableHash(...contents) : undefined,
    [qualified('bindings')]: fingerprint(bindings, observed),
    ...instrumentationAnnotations(service),
  })
  return Object.keys(said).length > 0 ? { annotations: said } : {}
}

const serviceContainer = (service: Service): Container => ({
  name: 'service',
  image: service.image,
  imagePullPolicy: pullPolicy(service.image),
  ...present<Partial<Container>>({
    command: service.command && [...service.command],
    args: service.args && [...service.args],
    ports: nonEmpty(service.ports.map(({ name, port, protocol }) => ({ name, containerPort: port, protocol }))),
  }),
  env: serviceEnv(service),
  resources: containerResources(service.resources, service.gpu),
  securityContext: ownSecurity(service, service.image),
  ...containerProbes(service),
  // Requests that are on their way find the pod still there, while its address is taken out everywhere.
  ...(service.ports.length > 0 && { lifecycle: { preStop: { sleep: { seconds: 5 } } } }),
  volumeMounts: serviceMounts(service),
})

const otherContainer = (
  { name, role, image, command, args, env = [], resources = {} }: AdditionalContainer,
  service: Service,
): Container => ({
  name,
  image,
  imagePullPolicy: pullPolicy(image),
  ...present<Partial<Container>>({
    command: command && [...command],
    args: args && [...args],
    restartPolicy: role === 'NativeSidecar' ? 'Always' : undefined,
    env: nonEmpty(otherEnv(env, service)),
  }),
  resources: containerResources(allowanceOf(resources)),
  securityContext: containerSecurity(service),
  volumeMounts: [tmp],
})

/** Evenly over zones and nodes, as far as there are any. */
const spread = (service: Service): PodSpec['topologySpreadConstraints'] => {
  const over = {
    Zone: ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'],
    Node: ['kubernetes.io/hostname'],
    None: [],
  }
  return nonEmpty(
    over[service.scheduling.spread ?? 'Zone'].map(topologyKey => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: 'ScheduleAnyway' as const,
      labelSelector: selectorOf(service),
      matchLabelKeys: ['pod-template-hash'],
    })),
  )
}

const nodeSelector = ({ scheduling: { architecture } }: Service): Record<string, string> | undefined =>
  architecture && { 'kubernetes.io/arch': architecture.toLowerCase() }
