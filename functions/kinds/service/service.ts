import type { ComplianceProfile } from '../../../apis/blocks/compliance.ts'
import type { AdditionalContainer, EnvironmentVariable } from '../../../apis/service/container.ts'
import type { File, Volume } from '../../../apis/service/files.ts'
import type { Consumer } from '../../../apis/service/networking.ts'
import type { Probes, Visibility } from '../../../apis/service/ports.ts'
import type { Rollout } from '../../../apis/service/rollout.ts'
import type { Metric, Scheduling } from '../../../apis/service/scaling.ts'
import type { ServiceSpec } from '../../../apis/service/schema.ts'
import type { EnvironmentType } from '../../../apis/platform/classes.ts'
import type { Runtime } from '../../../apis/platform/workloads.ts'
import type { Claim, Observed } from '../../runtime/observed.ts'
import type { Allowance } from '../pod/resources.ts'
import type { PodUser } from '../pod/security.ts'
import type { Deviation } from '../report.ts'
import type { Binding } from './binding.ts'
import type { CountedQueue } from './counted-queue.ts'
import type { Identity } from './identity/identity.ts'
import type { Watch } from './observability/watch.ts'
import type { DecidedEgress } from './resolve/egress.ts'
import type { Traffic } from './traffic/traffic.ts'

export interface ServicePort {
  readonly name: string
  readonly port: number
  readonly protocol: 'TCP' | 'UDP'
  readonly appProtocol: string | undefined
  readonly visibility: Visibility
}

/** Who decides the number of pods. */
export interface Scale {
  readonly engine: 'HPA' | 'KEDA' | 'None'
  readonly min: number
  /** The same as min where nothing scales. */
  readonly max: number
  readonly metrics: readonly Metric[]
  readonly scaleDownSeconds: number | undefined
  /** Whether there may be no pod at all. */
  readonly toZero: boolean
  /** Where queries are asked; `undefined` where the platform tells none. */
  readonly prometheusUrl: string | undefined
}

/** Something that runs to its end before pods of a new version start. */
export interface RolloutJob {
  readonly name: string
  readonly image: string
  readonly command: readonly string[]
  readonly args: readonly string[]
  readonly timeoutSeconds: number
}

/** A claim with everything decided: what its plan is made from. */
export interface Service {
  /** Labelled with its team. */
  readonly claim: Claim
  readonly observed: Observed
  readonly environment: EnvironmentType
  readonly image: string
  readonly runtime: Runtime | undefined
  readonly command: readonly string[] | undefined
  readonly args: readonly string[] | undefined
  readonly env: readonly EnvironmentVariable[]
  readonly files: readonly File[]
  readonly volumes: readonly Volume[]
  readonly ports: readonly ServicePort[]
  readonly probes: Probes
  readonly containers: readonly AdditionalContainer[]
  readonly scale: Scale
  /** Those that it is scaled by. */
  readonly queues: readonly CountedQueue[]
  /** Whole GPUs for each pod. */
  readonly gpu: number | undefined
  readonly resources: Allowance
  readonly scheduling: Scheduling
  readonly disruption: NonNullable<ServiceSpec['disruption']>
  readonly rollout: Rollout & { readonly strategy: NonNullable<Rollout['strategy']> }
  readonly jobs: readonly RolloutJob[]
  readonly bindings: readonly Binding[]
  /** `undefined`: nobody outside of the cluster. */
  readonly identity: Identity | undefined
  readonly allowFrom: readonly Consumer[]
  /** How it is reached from outside of the cluster; `undefined`: not at all. */
  readonly traffic: Traffic | undefined
  /** Where it connects to; `undefined`: wherever its environment lets it. */
  readonly egress: DecidedEgress['value']
  readonly watch: Watch
  readonly user: PodUser
  readonly rootFilesystem: 'ReadOnly' | 'Writable'
  /** What its own container may do, by Kubernetes' pod security standards. */
  readonly podSecurity: 'Restricted' | 'Baseline'
  /** Whether the namespace is an environment; `undefined` while that has not been looked at. */
  readonly inEnvironment: boolean | undefined
  /** Whether its claim asks that it can't be deleted. */
  readonly protected: boolean
  readonly suspended: boolean
  readonly pullSecretName: string | undefined
  readonly storageClassName: string | undefined
  readonly placement: ServiceSpec['placement']
  readonly profiles: readonly ComplianceProfile[]
  readonly deviations: readonly Deviation[]
}
