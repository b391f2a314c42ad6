import { providers, type Placement, type Provider } from '../../apis/blocks/placement.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../runtime/errors.ts'
import { unless, type Outcome } from '../runtime/result.ts'
import type { Accounts } from './accounts.ts'
import { choose, kept, type Setting } from './setting.ts'

interface Sources {
  /** What the claim says. */
  readonly claim: Placement
  /** Where its data is already. */
  readonly current: Placement
  /** What the Composition is pinned to. */
  readonly pinned: Provider | undefined
  /** What its XEnvironment says. */
  readonly environment: Placement
  readonly platform: PlatformSpec
  readonly accounts: Accounts
}

export interface Place {
  readonly provider: Provider
  /** The region asked for or in use; `undefined` leaves it to the provider's facts. */
  readonly region: string | undefined
}

/** The same with who decided it. */
export interface ChosenPlace extends Place {
  readonly from: { readonly provider: Setting<Provider>; readonly region: Setting<string | undefined> }
}

/**
 * Where a claim lives: where its data is, else what the Composition is pinned to, else what the claim says, else its environment, else the
 * platform's default, else this cluster. A region goes with its provider: that of a default with another provider is none. A claim that
 * says something else than what holds is refused.
 */
export const placementOf = (sources: Sources): Outcome<ChosenPlace> => {
  const { claim, current, pinned, environment, platform, accounts } = sources
  const byDefault = platform.defaultPlacement
  const provider = kept(
    choose<Provider>(
      {
        claim: claim.provider,
        composition: pinned,
        environment: environment.provider,
        platform: byDefault?.provider,
      },
      'Kubernetes',
    ),
    current.provider,
  )
  const isHere = (place: Placement | undefined): boolean =>
    (place?.provider ?? byDefault?.provider ?? 'Kubernetes') === provider.value
  const first = firstRegion(accounts, provider.value)
  const isTheirs = accounts.ownerOf(provider.value) === 'Environment'
  const region = kept(
    choose<string | undefined>(
      {
        claim: claim.region,
        environment: (isHere(environment) ? environment.region : undefined) ?? (isTheirs ? first : undefined),
        platform: (isHere(byDefault) ? byDefault?.region : undefined) ?? first,
      },
      undefined,
    ),
    current.region,
  )
  return unless(conflicts(claim, current, pinned), () => ({
    provider: provider.value,
    region: provider.value === 'Kubernetes' && !claim.region ? undefined : region.value,
    from: { provider, region },
  }))
}

/** The first region of an account is its default. */
const firstRegion = ({ providers: { aws, gcp, azure } }: Accounts, provider: Provider): string | undefined =>
  ({ AWS: aws, GCP: gcp, Azure: azure, Kubernetes: undefined })[provider]?.regions[0]?.name

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
