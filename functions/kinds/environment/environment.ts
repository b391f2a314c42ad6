import type { EgressMode, Isolation } from '../../../apis/blocks/isolation.ts'
import type { Access } from '../../../apis/environment/access.ts'
import type { EnvironmentDatabase } from '../../../apis/environment/database.ts'
import type { Destination } from '../../../apis/environment/networking.ts'
import type { EnvironmentSpec } from '../../../apis/environment/schema.ts'
import type { Claim, Observed } from '../../runtime/observed.ts'
import type { TenancySettings } from '../../settings/tenancy.ts'

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
  readonly settings: TenancySettings
  readonly network: Network
  readonly limits: { readonly defaultRequest: Amounts; readonly default: Amounts; readonly max: Amounts }
  readonly access: readonly Access[]
  readonly databases: readonly EnvironmentDatabase[]
}

export interface Network {
  readonly isolation: Isolation
  readonly egress: EgressMode
  readonly allow: readonly Destination[]
  /** Where the ingress controller is; `undefined` where the platform names none. */
  readonly ingressNamespace: string | undefined
  /** Where the API server is. */
  readonly apiServerCidrs: readonly string[]
}
