import fc from 'fast-check'
import { expect, it } from 'vitest'
import { providers } from '../../apis/blocks/placement.ts'
import { refuse } from '../../functions/runtime/errors.ts'
import { map, ok, refused } from '../../functions/runtime/result.ts'
import { platformAccounts } from '../../functions/settings/accounts.ts'
import { placementOf, recordedPlacement } from '../../functions/settings/placement.ts'
import { maybe } from '../runtime/fixtures.ts'

const nobody = {
  claim: {},
  current: {},
  pinned: undefined,
  environment: {},
  platform: {},
  accounts: platformAccounts({}),
} as const

/** The place alone; who decided it is looked at below. */
const placeOf = (sources: Parameters<typeof placementOf>[0]) =>
  map(placementOf(sources), ({ from: _from, ...place }) => place)

const provider = maybe(fc.constantFrom(...providers))
const region = maybe(fc.constantFrom('eu-west-1', 'us-east-1'))

it('is this cluster when nobody says anything: there is nothing else that surely exists', () => {
  expect(placeOf(nobody)).toEqual(ok({ provider: 'Kubernetes', region: undefined }))
})

it('follows the data, then the Composition, then the claim, then the environment, then the platform', () => {
  fc.assert(
    fc.property(provider, provider, provider, provider, provider, (current, pinned, claimed, around, byDefault) => {
      const outcome = placeOf({
        claim: claimed ? { provider: claimed } : {},
        current: current ? { provider: current } : {},
        pinned,
        environment: around ? { provider: around } : {},
        accounts: nobody.accounts,
        platform: byDefault ? { defaultPlacement: { provider: byDefault } } : {},
      })
      const said = [current, pinned, claimed].filter(one => one !== undefined)
      const agreed = new Set(said).size <= 1
      expect(outcome.ok).toBe(agreed)
      if (outcome.ok) expect(outcome.value.provider).toBe(said[0] ?? around ?? byDefault ?? 'Kubernetes')
    }),
    { numRuns: 500 },
  )
})

it('never moves data to another place, or what is there is lost from sight', () => {
  const current = { provider: 'AWS', region: 'eu-west-1' } as const
  expect(placeOf({ ...nobody, current, claim: { provider: 'GCP', region: 'us-east-1' } })).toEqual(
    refused(
      refuse('PlacementChanged', 'spec.placement.provider', "the data is in AWS; it can't move to GCP"),
      refuse('PlacementChanged', 'spec.placement.region', "the data is in eu-west-1; it can't move to us-east-1"),
    ),
  )
  expect(placeOf({ ...nobody, current, pinned: 'Azure' })).toEqual(
    refused(refuse('PlacementChanged', 'spec.placement.provider', "the data is in AWS; it can't move to Azure")),
  )
  const platform = { defaultPlacement: { provider: 'GCP', region: 'europe-west1' } } as const
  expect(placeOf({ ...nobody, current, platform })).toEqual(ok(current))
})

it('refuses a claim that contradicts its Composition before anything exists', () => {
  const message = 'GCP, but the Composition is for AWS'
  expect(placeOf({ ...nobody, pinned: 'AWS', claim: { provider: 'GCP' } })).toEqual(
    refused(refuse('PlacementConflict', 'spec.placement.provider', message)),
  )
})

it('takes the platform’s region only with the platform’s provider, or AWS is asked for europe-west1', () => {
  fc.assert(
    fc.property(region, region, fc.constantFrom('AWS', 'GCP'), (current, claimed, pinned) => {
      fc.pre(!current || !claimed || current === claimed)
      const outcome = placeOf({
        claim: claimed ? { region: claimed } : {},
        current: current ? { region: current } : {},
        pinned,
        environment: {},
        accounts: nobody.accounts,
        platform: { defaultPlacement: { provider: 'GCP', region: 'europe-west1' } },
      })
      const byDefault = pinned === 'GCP' ? 'europe-west1' : undefined
      expect(outcome).toEqual(ok({ provider: pinned, region: current ?? claimed ?? byDefault }))
    }),
  )
})

it('has no region in this cluster, but leaves a wrong wish of the claim to be refused', () => {
  const platform = { defaultPlacement: { provider: 'Kubernetes', region: 'eu-west-1' } } as const
  expect(placeOf({ ...nobody, platform })).toEqual(ok({ provider: 'Kubernetes', region: undefined }))
  const claim = { provider: 'Kubernetes', region: 'eu-west-1' } as const
  expect(placeOf({ ...nobody, claim })).toEqual(ok(claim))
})

it('believes a recorded place only if it is one', () => {
  expect(recordedPlacement(undefined, undefined)).toEqual({})
  expect(recordedPlacement('aws', '')).toEqual({})
  expect(recordedPlacement('AWS', 'eu-west-1')).toEqual({ provider: 'AWS', region: 'eu-west-1' })
})

it('takes the environment’s region with its provider before the platform’s, and a region alone with the platform’s provider', () => {
  const platform = { defaultPlacement: { provider: 'GCP', region: 'europe-west1' } } as const
  const within = (environment: object) => placeOf({ ...nobody, platform, environment })
  expect(within({ provider: 'AWS', region: 'eu-west-1' })).toEqual(ok({ provider: 'AWS', region: 'eu-west-1' }))
  expect(within({ provider: 'AWS' })).toEqual(ok({ provider: 'AWS', region: undefined }))
  expect(within({ region: 'us-east1' })).toEqual(ok({ provider: 'GCP', region: 'us-east1' }))
  expect(placeOf({ ...nobody, platform, environment: { region: 'us-east1' }, claim: { provider: 'AWS' } })).toEqual(
    ok({ provider: 'AWS', region: undefined }),
  )
})

it('says who decided it, and that it exists only where a default has moved away from it', () => {
  const from = (change: Partial<Parameters<typeof placementOf>[0]>) => {
    const outcome = placementOf({ ...nobody, ...change })
    return outcome.ok ? [outcome.value.from.provider.from, outcome.value.from.region.from] : []
  }
  const aws = { provider: 'AWS', region: 'eu-west-1' } as const
  const gcp = { provider: 'GCP', region: 'europe-west1' } as const
  expect(from({})).toEqual(['built in', 'built in'])
  expect(from({ platform: { defaultPlacement: aws } })).toEqual(['platform', 'platform'])
  expect(from({ platform: { defaultPlacement: gcp }, environment: aws })).toEqual(['environment', 'environment'])
  expect(from({ claim: aws, environment: gcp })).toEqual(['claim', 'claim'])
  expect(from({ pinned: 'AWS' })).toEqual(['composition', 'built in'])
  expect(from({ current: aws, platform: { defaultPlacement: aws } })).toEqual(['platform', 'platform'])
  expect(from({ current: aws, platform: { defaultPlacement: gcp } })).toEqual(['existing', 'existing'])
})
