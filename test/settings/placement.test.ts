import fc from 'fast-check'
import { expect, it } from 'vitest'
import { providers } from '../../apis/blocks/placement.ts'
import { refuse } from '../../functions/runtime/errors.ts'
import { ok, refused } from '../../functions/runtime/result.ts'
import { placementOf, recordedPlacement } from '../../functions/settings/placement.ts'
import { maybe } from '../runtime/fixtures.ts'

const nobody = { claim: {}, current: {}, pinned: undefined, platform: {} } as const

const provider = maybe(fc.constantFrom(...providers))
const region = maybe(fc.constantFrom('eu-west-1', 'us-east-1'))

it('is this cluster when nobody says anything: there is nothing else that surely exists', () => {
  expect(placementOf(nobody)).toEqual(ok({ provider: 'Kubernetes', region: undefined }))
})

it('follows the data, then the Composition, then the claim, then the platform', () => {
  fc.assert(
    fc.property(provider, provider, provider, provider, (current, pinned, claimed, byDefault) => {
      const outcome = placementOf({
        claim: claimed ? { provider: claimed } : {},
        current: current ? { provider: current } : {},
        pinned,
        platform: byDefault ? { defaultPlacement: { provider: byDefault } } : {},
      })
      const said = [current, pinned, claimed].filter(one => one !== undefined)
      const agreed = new Set(said).size <= 1
      expect(outcome.ok).toBe(agreed)
      if (outcome.ok) expect(outcome.value.provider).toBe(said[0] ?? byDefault ?? 'Kubernetes')
    }),
    { numRuns: 500 },
  )
})

it('never moves data to another place, or what is there is lost from sight', () => {
  const current = { provider: 'AWS', region: 'eu-west-1' } as const
  expect(placementOf({ ...nobody, current, claim: { provider: 'GCP', region: 'us-east-1' } })).toEqual(
    refused(
      refuse('PlacementChanged', 'spec.placement.provider', "the data is in AWS; it can't move to GCP"),
      refuse('PlacementChanged', 'spec.placement.region', "the data is in eu-west-1; it can't move to us-east-1"),
    ),
  )
  expect(placementOf({ ...nobody, current, pinned: 'Azure' })).toEqual(
    refused(refuse('PlacementChanged', 'spec.placement.provider', "the data is in AWS; it can't move to Azure")),
  )
  const platform = { defaultPlacement: { provider: 'GCP', region: 'europe-west1' } } as const
  expect(placementOf({ ...nobody, current, platform })).toEqual(ok(current))
})

it('refuses a claim that contradicts its Composition before anything exists', () => {
  const message = 'GCP, but the Composition is for AWS'
  expect(placementOf({ ...nobody, pinned: 'AWS', claim: { provider: 'GCP' } })).toEqual(
    refused(refuse('PlacementConflict', 'spec.placement.provider', message)),
  )
})

it('takes the platform’s region only with the platform’s provider, or AWS is asked for europe-west1', () => {
  fc.assert(
    fc.property(region, region, fc.constantFrom('AWS', 'GCP'), (current, claimed, pinned) => {
      fc.pre(!current || !claimed || current === claimed)
      const outcome = placementOf({
        claim: claimed ? { region: claimed } : {},
        current: current ? { region: current } : {},
        pinned,
        platform: { defaultPlacement: { provider: 'GCP', region: 'europe-west1' } },
      })
      const byDefault = pinned === 'GCP' ? 'europe-west1' : undefined
      expect(outcome).toEqual(ok({ provider: pinned, region: current ?? claimed ?? byDefault }))
    }),
  )
})

it('has no region in this cluster, but leaves a wrong wish of the claim to be refused', () => {
  const platform = { defaultPlacement: { provider: 'Kubernetes', region: 'eu-west-1' } } as const
  expect(placementOf({ ...nobody, platform })).toEqual(ok({ provider: 'Kubernetes', region: undefined }))
  const claim = { provider: 'Kubernetes', region: 'eu-west-1' } as const
  expect(placementOf({ ...nobody, claim })).toEqual(ok(claim))
})

it('believes a recorded place only if it is one', () => {
  expect(recordedPlacement(undefined, undefined)).toEqual({})
  expect(recordedPlacement('aws', '')).toEqual({})
  expect(recordedPlacement('AWS', 'eu-west-1')).toEqual({ provider: 'AWS', region: 'eu-west-1' })
})
