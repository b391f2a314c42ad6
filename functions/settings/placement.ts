import { providers, type Placement, type Provider } from '../../apis/blocks/placement.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../runtime/errors.ts'
import { unless, type Outcome } from '../runtime/result.ts'

interface Sources {
  /** What the claim says. */
  readonly claim: Placement
  /** Where its data is already. */
  readonly current: Placement
  /** What the Composition is pinned to. */
  readonly pinned: Provider | undefined
  readonly platform: PlatformSpec
}

export interface Place {
  readonly provider: Provider
  /** The region asked for or in use; `undefined` leaves it to the provider's facts. */
  readonly region: string | undefined
}

/**
 * Where a claim lives: where its data is, else what the Composition is pinned to, else what the claim says, else the
 * platform's default, else this cluster. A claim that says something else than what holds is refused.
 */
export const placementOf = ({ claim, current, pinned, platform }: Sources): Outcome<Place> => {
  const byDefault = platform.defaultPlacement
  const provider = current.provider ?? pinned ?? claim.provider ?? byDefault?.provider ?? 'Kubernetes'
  const defaultRegion = byDefault?.provider === provider ? byDefault.region : undefined
  const region = current.region ?? claim.region ?? defaultRegion
  return unless(conflicts(claim, current, pinned), () => ({
    provider,
    region: provider === 'Kubernetes' && !claim.region ? undefined : region,
  }))
}

const conflicts = (claim: Placement, current: Placement, pinned: Provider | undefined): readonly Refusal[] => [
  ...moved('provider', claim.provider, current.provider),
  ...moved('region', claim.region, current.region),
  ...moved('provider', pinned, current.provider),
  ...(current.provider === undefined && pinned && claim.provider && pinned !== claim.provider
    ? [
        refuse(
          'PlacementConflict',
          'spec.placement.provider',
          `${claim.provider}, but the Composition is for ${pinned}`,
        ),
      ]
    : []),
]

const moved = (field: string, wanted: string | undefined, current: string | undefined): readonly Refusal[] =>
  wanted === undefined || current === undefined || wanted === current
    ? []
    : [refuse('PlacementChanged', `spec.placement.${field}`, `the data is in ${current}; it can't move to ${wanted}`)]

/** The place that a claim's status records; empty before the first pass. */
export const recordedPlacement = (provider: string | undefined, region: string | undefined): Placement => {
  const known = providers.find(name => name === provider)
  return { ...(known && { provider: known }), ...(region && { region }) }
}
