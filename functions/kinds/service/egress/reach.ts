import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import type { Egress } from '../../../../apis/service/networking.ts'
import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import type { Observed } from '../../../runtime/observed.ts'
import { numberAt, textAt } from '../../../runtime/read.ts'
import { accountsOf } from '../../../settings/accounts.ts'
import { factsFor } from '../../../settings/facts.ts'
import { placementOf, recordedPlacement } from '../../../settings/placement.ts'
import type { Surroundings } from '../../../settings/surroundings.ts'
import { boundClaim, type Binding } from '../binding.ts'

/** Where something bound is, as a network policy wants to know it. */
export type Reach =
  | { readonly state: 'cluster'; readonly pods: Readonly<Record<string, string>>; readonly port: number }
  | { readonly state: 'ranges'; readonly cidrs: readonly string[]; readonly port: number }
  /** Opened by the claim's own list. */
  | { readonly state: 'listed' }
  | { readonly state: 'unknown'; readonly binding: string }
  | { readonly state: 'unreachable'; readonly refusal: Refusal }

/** What tells where things are. */
export interface Places {
  /** Where the claim wants its own. */
  readonly placement: ServiceSpec['placement'] | undefined
  readonly around: Surroundings
  readonly platform: PlatformSpec
  readonly observed: Observed
}

/**
 * What is in the cluster is its pods, once its address is known; one of a cloud is in the ranges that the platform or the claim names, for its
 * address is a name whose numbers change.
 */
export const reachOf = (
  binding: Binding,
  allow: NonNullable<Egress['allow']>,
  { placement = {}, around, platform, observed }: Places,
): Reach => {
  const claim = boundClaim(binding, observed) ?? {}
  const told = (...path: readonly string[]) => textAt(claim, 'status', ...path)
  const unknown = { state: 'unknown', binding: binding.name } as const
  const current = recordedPlacement(told('placement', 'provider'), told('placement', 'region'))
  const isMade = current.provider !== undefined
  // Where somebody else's will be is for that to say.
  if (!isMade && binding.key === undefined) return unknown
  const owner = told('placement', 'account') === 'Environment' ? 'Environment' : 'Platform'
  const accounts = accountsOf(platform, observed.claim.namespace, around, isMade ? owner : undefined)
  const place = placementOf({
    claim: binding.key === undefined ? {} : placement,
    current,
    pinned: undefined,
    environment: around.placement ?? {},
    platform,
    accounts,
  })
  // It says itself what is wrong with that.
  if (!place.ok) return unknown
  const port = numberAt(claim, 'status', 'endpoint', 'port') ?? binding.port
  const facts = factsFor(place.value, accounts)
  if (!facts.ok) return unknown
  if (facts.value.provider === 'Kubernetes') {
    const pods = binding.podsOf(told('endpoint', 'host') ?? '')
    return pods === undefined ? unknown : { state: 'cluster', pods, port }
  }
  const { provider, region } = facts.value
  const cidrs = region.network[binding.ranges] ?? []
  if (cidrs.length > 0) return { state: 'ranges', cidrs, port }
  if (allow.some(({ cidr, ports }) => cidr !== undefined && (ports === undefined || ports.includes(port))))
    return { state: 'listed' }
  const field = `${accounts.pathOf(provider)}.regions[${region.name}].network.${binding.ranges}`
  return {
    state: 'unreachable',
    refusal: refuse(
      'MissingPlatformFact',
      field,
      `where the ${binding.what} ${binding.name} is has to be known: name its range there, or in spec.networking.egress.allow of the claim, with port ${port}`,
    ),
  }
}
