import type { Provider } from '../../../../apis/blocks/placement.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'
import { platformAccounts } from '../../../settings/accounts.ts'
import { factsFor } from '../../../settings/facts.ts'
import type { Place } from '../../../settings/placement.ts'
import { platformPath } from '../../../settings/platform.ts'

/** Places where no claim can live: a region without a network, and a default that is not described. In the words that claims would be told. */
export const places = (spec: PlatformSpec): readonly Refusal[] => {
  const { aws, gcp, azure } = spec.providers ?? {}
  const described: readonly (readonly [Provider, readonly { readonly name: string }[]])[] = [
    ['AWS', aws?.regions ?? []],
    ['GCP', gcp?.regions ?? []],
    ['Azure', azure?.regions ?? []],
  ]
  return [
    ...described.flatMap(([provider, regions]) =>
      regions.flatMap(({ name }) => refusalsAt({ provider, region: name }, spec)),
    ),
    ...byDefault(spec),
  ]
}

const refusalsAt = (place: Place, spec: PlatformSpec): readonly Refusal[] => {
  const facts = factsFor(place, platformAccounts(spec))
  return facts.ok ? [] : facts.refusals
}

/** What is wrong with the region itself was told above. */
const byDefault = (spec: PlatformSpec): readonly Refusal[] => {
  const place = spec.defaultPlacement
  if (!place) return []
  return refusalsAt({ provider: place.provider, region: place.region }, spec)
    .filter(({ code }) => code !== 'MissingPlatformFact')
    .map(({ code, path, message }) =>
      path === 'spec.placement.region'
        ? refuse(code, `${platformPath}.defaultPlacement.region`, message)
        : refuse(code, path, `defaultPlacement names ${place.provider}: ${message}`),
    )
}
