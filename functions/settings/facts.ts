import type { Provider } from '../../apis/blocks/placement.ts'
import type { KubernetesPlatform } from '../../apis/platform/kubernetes.ts'
import type { AwsPlatform, AzurePlatform, GcpPlatform } from '../../apis/platform/providers.ts'
import { refuse, type Refusal } from '../runtime/errors.ts'
import { map, ok, refused, type Outcome } from '../runtime/result.ts'
import type { Accounts } from './accounts.ts'
import type { Place } from './placement.ts'

export interface ProviderConfigRef {
  readonly kind: 'ClusterProviderConfig' | 'ProviderConfig'
  readonly name: string
}

/** What composed resources of every cloud need to know of its account. */
export interface Account {
  /** Where it is described, for messages. */
  readonly path: string
  readonly providerConfigRef: ProviderConfigRef
  readonly tags: Readonly<Record<string, string>>
}

type Described<Region extends { network?: unknown }> = Region & { readonly network: NonNullable<Region['network']> }

export interface AwsFacts extends Account {
  readonly provider: 'AWS'
  readonly region: Described<AwsPlatform['regions'][number]>
}
export interface GcpFacts extends Account {
  readonly provider: 'GCP'
  readonly region: Described<GcpPlatform['regions'][number]>
  readonly project: string
}
export interface AzureFacts extends Account {
  readonly provider: 'Azure'
  readonly region: Described<AzurePlatform['regions'][number]>
  readonly resourceGroup: string
}
export interface KubernetesFacts extends KubernetesPlatform {
  readonly provider: 'Kubernetes'
}

/** What the platform team knows about the place where a claim lives. */
export type Facts = AwsFacts | GcpFacts | AzureFacts | KubernetesFacts

export const factsFor = (place: Place, { providers, pathOf }: Accounts): Outcome<Facts> => {
  const { aws, gcp, azure, kubernetes } = providers
  const path = pathOf(place.provider)
  switch (place.provider) {
    case 'AWS':
      if (!aws) return refused(notDescribed(place.provider, path))
      return map(regionOf(aws.regions, place, path), region => ({ provider: 'AWS', region, ...accountOf(aws, path) }))
    case 'GCP':
      if (!gcp) return refused(notDescribed(place.provider, path))
      return map(regionOf(gcp.regions, place, path), region => ({
        provider: 'GCP',
        region,
        project: gcp.project,
        ...accountOf(gcp, path),
      }))
    case 'Azure':
      if (!azure) return refused(notDescribed(place.provider, path))
      return map(regionOf(azure.regions, place, path), region => ({
        provider: 'Azure',
        region,
        resourceGroup: azure.resourceGroup,
        ...accountOf(azure, path),
      }))
    case 'Kubernetes':
      if (place.region !== undefined) return noRegions
      return ok({ provider: 'Kubernetes', ...kubernetes })
  }
}

/** What composed resources need to know of an account. */
export const accountOf = ({ providerConfigRef, tags }: Partial<Account>, path: string): Account => ({
  path,
  providerConfigRef: providerConfigRef ?? { kind: 'ClusterProviderConfig', name: 'default' },
  tags: tags ?? {},
})

/** The region that is asked for, or else the account's first; its network has to be described. */
const regionOf = <Region extends { name: string; network?: object }>(
  regions: readonly Region[],
  { provider, region: wanted }: Place,
  account: string,
): Outcome<Described<Region>> => {
  const region = wanted === undefined ? regions[0] : regions.find(({ name }) => name === wanted)
  if (!region) return refused(regionNotOpen(provider, wanted, regions))
  if (hasNetwork(region)) return ok(region)
  const path = `${account}.regions[${region.name}].network`
  return refused(refuse('MissingPlatformFact', path, `the network of ${region.name} is not described`))
}

const hasNetwork = <Region extends { network?: object }>(region: Region): region is Described<Region> =>
  region.network !== undefined

export const regionNotOpen = (
  provider: Provider,
  wanted: string | undefined,
  regions: readonly { readonly name: string }[],
): Refusal => {
  const open = regions.map(({ name }) => name).join(', ')
  return refuse('RegionNotAllowed', 'spec.placement.region', `${wanted} is not open; ${provider} offers ${open}`)
}

export const notDescribed = (provider: Provider, path: string): Refusal =>
  refuse('ProviderNotConfigured', path, `${provider} is not described, so claims can't go there`)

const noRegions = refused(
  refuse('UnsupportedByProvider', 'spec.placement.region', 'Kubernetes has no regions: leave it out'),
)
