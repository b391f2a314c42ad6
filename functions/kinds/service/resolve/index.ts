import { qualified } from '../../../../apis/group.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import type { Input } from '../../../../apis/input.ts'
import type { Claim, Observed } from '../../../runtime/observed.ts'
import { orElse, refusalsIn, unless, type Outcome } from '../../../runtime/result.ts'
import { environmentOf } from '../../../settings/environment.ts'
import { networkAround } from '../../../settings/network-around.ts'
import { imageOf } from '../../../settings/images.ts'
import { surroundingsOf } from '../../../settings/surroundings.ts'
import { runtimeOf } from '../../../settings/runtimes.ts'
import { anybody } from '../../pod/security.ts'
import { complianceDeviations, complianceRefusals } from '../compliance/index.ts'
import type { Service } from '../service.ts'
import { bindingsOf, bindingRefusals } from './bindings.ts'
import { containerRefusals } from './containers.ts'
import { disruptionRefusals } from './disruption.ts'
import { decideEgress } from './egress.ts'
import { fileRefusals } from './files.ts'
import { identityOf } from './identity.ts'
import { imagesRefusals } from './images.ts'
import { jobsOf } from './jobs.ts'
import { decidePodSecurity } from './pod-security.ts'
import { portsOf, portRefusals } from './ports.ts'
import { decidePlacement } from './placement.ts'
import { decideQueues } from './queues.ts'
import { allowanceRefusals, serviceAllowance } from './resources.ts'
import { trafficDeviations } from './offers.ts'
import { decideScale } from './scale.ts'
import { decideTraffic } from './traffic.ts'
import { decideWatch } from './watch.ts'

/** Decides everything that the claim leaves open, or tells every reason why it can't be had. */
export const resolve = (
  spec: ServiceSpec,
  platform: PlatformSpec,
  input: Input,
  observed: Observed,
): Outcome<Service> => {
  const claim = labelled(observed.claim, spec)
  const around = surroundingsOf(observed)
  if (!around.ok) return around
  const environment = environmentOf(platform, around.value.type)
  const image = imageOf(spec.image, claim, platform)
  const runtime = runtimeOf(spec.runtime, platform)
  const identity = identityOf(spec.security?.identity?.permissions ?? [], claim.namespace, platform)
  const imageName = orElse(image, '')
  const runtimeClass = orElse(runtime, undefined)

  const ports = portsOf(spec.ports, runtimeClass)
  const bindings = bindingsOf(claim, spec)
  const jobs = jobsOf(spec, imageName)
  const volumes = spec.volumes ?? []
  const single = volumes.some(volume => volume.type === 'Persistent')
  const scale = decideScale(spec, environment, platform, single)
  const placement = decidePlacement(spec.placement, input)
  const places = { placement: placement.value, around: around.value, platform, observed }
  const queues = decideQueues(scale.value.metrics, places)
  const watch = decideWatch(spec, ports, runtimeClass, environment.type, platform)
  const network = networkAround(around.value, environment, claim.namespace)
  const traffic = decideTraffic({ spec, ports, platform, network, observed })
  const egress = decideEgress({
    spec,
    ...places,
    bindings,
    network,
    watch: watch.value,
  })
  const podSecurity = decidePodSecurity(spec, environment, around.value, platform, claim.namespace)
  const resources = serviceAllowance(spec.resources ?? {}, platform)
  const refusals = [
    ...[image, runtime, identity].flatMap(refusalsIn),
    ...imagesRefusals(imageName, jobs, spec, environment.type, platform),
    ...portRefusals(ports, spec),
    ...bindingRefusals(bindings, spec, observed),
    ...fileRefusals(spec),
    ...containerRefusals(spec),
    ...allowanceRefusals(spec, platform),
    ...scale.refusals,
    ...queues.refusals,
    ...disruptionRefusals(spec, scale.value),
    ...podSecurity.refusals,
    ...placement.refusals,
    ...traffic.refusals,
    ...egress.refusals,
    // Of a runtime that is not known nobody can say how it is watched.
    ...(runtime.ok ? watch.refusals : []),
  ]
  const service: Service = {
    claim,
    observed,
    environment: environment.type,
    image: imageName,
    runtime: runtimeClass,
    command: spec.command,
    args: spec.args,
    env: spec.env ?? [],
    files: spec.files ?? [],
    volumes,
    ports,
    probes: spec.probes ?? {},
    containers: spec.additionalContainers ?? [],
    scale: scale.value,
    queues: queues.value,
    resources,
    gpu: spec.resources?.gpu,
    scheduling: spec.scheduling ?? {},
    disruption: spec.disruption ?? {},
    rollout: { ...spec.rollout, strategy: spec.rollout?.strategy ?? (single ? 'Recreate' : 'RollingUpdate') },
    jobs: jobs.map(({ path: _path, ...job }) => job),
    bindings,
    identity: orElse(identity, undefined),
    allowFrom: spec.networking?.allowFrom ?? [],
    traffic: traffic.value,
    egress: egress.value,
    watch: watch.value,
    user: userOf(spec),
    rootFilesystem: spec.security?.container?.rootFilesystem ?? 'ReadOnly',
    podSecurity: podSecurity.value,
    suspended: spec.state === 'Suspended' || around.value.asleep,
    pullSecretName: platform.registry?.pullSecretName,
    storageClassName: platform.providers?.kubernetes?.storage?.className,
    placement: placement.value,
    profiles: spec.compliance?.profiles ?? [],
    inEnvironment: around.value.isThere,
    protected: spec.deletion?.protection === 'Enabled',
    deviations: [],
  }
  const subject = { spec, service, platform }
  return unless([...refusals, ...(image.ok ? complianceRefusals(subject) : [])], () => ({
    ...service,
    deviations: [
      ...trafficDeviations(spec.networking?.ingress ?? [], platform.providers?.kubernetes?.ingress),
      ...egress.deviations,
      ...watch.deviations,
      ...podSecurity.deviations,
      ...complianceDeviations(subject),
    ],
  }))
}

/** The labels of the team and of the tier stand on everything that is composed. */
const labelled = (claim: Claim, { team, tier = 'Tier3' }: ServiceSpec): Claim => ({
  ...claim,
  labels: { ...claim.labels, [qualified('tier')]: tier, ...(team !== undefined && { [qualified('team')]: team }) },
})

const userOf = ({ security }: ServiceSpec): Service['user'] => {
  const id = security?.container?.runAsUser ?? anybody
  return { id, group: security?.container?.runAsGroup ?? id }
}
