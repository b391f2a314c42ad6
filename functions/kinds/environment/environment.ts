import type { EgressMode, Isolation } from '../../../apis/blocks/isolation.ts'
import type { Access } from '../../../apis/environment/access.ts'
import type { EnvironmentDatabase } from '../../../apis/environment/database.ts'
import type { Destination } from '../../../apis/environment/networking.ts'
import type { EnvironmentService } from '../../../apis/environment/service.ts'
import type { EnvironmentSpec } from '../../../apis/environment/schema.ts'
import type { Claim, Observed } from '../../runtime/observed.ts'
import type { LifecycleSettings } from '../../settings/lifecycle.ts'
import type { TenancySettings } from '../../settings/tenancy.ts'
import type { Seed } from './seed/seed.ts'

/** CPU and memory, as Kubernetes quantities. */
export type Amounts = { readonly cpu?: string; readonly memory?: string }

/** An XEnvironment with everything decided: what its plan is made from. */
export interface Environment {
  /** Labelled with the team that its spec names. */
  readonly claim: Claim
  readonly observed: Observed
  /** The Namespace's name: the claim's own. */
  readonly name: string
  readonly displayName: string | undefined
  readonly namespace: EnvironmentSpec['namespace']
  readonly settings: TenancySettings & LifecycleSettings
  readonly lifecycle: Lifecycle
  readonly network: Network
  readonly limits: { readonly defaultRequest: Amounts; readonly default: Amounts; readonly max: Amounts }
  readonly access: readonly Access[]
  readonly databases: readonly EnvironmentDatabase[]
  readonly services: readonly EnvironmentService[]
  readonly seeds: readonly Seed[]
  /** The Secret by which images are pulled; `undefined` where the platform names none. */
  readonly pullSecretName: string | undefined
  /** The fields that are another environment's, and whether that is still to be fetched. */
  readonly taken: readonly string[]
  readonly awaited: boolean
}

/** Where in its life it is. Moments are in milliseconds since 1970; `undefined`: never. */
export interface Lifecycle {
  readonly state: 'Active' | 'Suspended' | 'Expired'
  /** What made it so: that its time is over, a word in its spec, or its schedule. */
  readonly reason: 'Expired' | 'Asked' | 'Schedule'
  readonly expireAction: 'Delete' | 'Suspend'
  readonly expiresAt: number | undefined
  readonly expiresSoon: boolean
  readonly nextSuspend: number | undefined
  readonly nextResume: number | undefined
  /** When any of this will be otherwise. */
  readonly next: number | undefined
}

export interface Network {
  readonly isolation: Isolation
  readonly egress: EgressMode
  readonly allow: readonly Destination[]
  /** Below which its services get their domains. */
  readonly domain: string | undefined
  readonly allowedDomains: readonly string[]
  /** Where the ingress controller is; `undefined` where the platform names none. */
  readonly ingressNamespace: string | undefined
  /** Where pods send what they tell of themselves. */
  readonly collectorNamespace: string | undefined
  /** Where the API server is. */
  readonly apiServerCidrs: readonly string[]
}
