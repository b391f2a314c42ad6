import fc from 'fast-check'
import { expect, it } from 'vitest'
import { providers } from '../../../apis/blocks/placement.ts'
import { bounds, choices } from '../../../functions/kinds/database/capabilities.ts'
import { decideChoice, decideNumber, unsupported } from '../../../functions/kinds/database/decide.ts'
import { refuse } from '../../../functions/runtime/errors.ts'

const { retentionDays, port } = bounds

it('tells what a provider offers instead, also where that is nothing', () => {
  expect(unsupported('spec.size', 'GCP', 'a cluster', [])).toEqual(
    refuse('UnsupportedByProvider', 'spec.size', 'a cluster; GCP offers none: leave it out'),
  )
  expect(unsupported('spec.size', 'GCP', 'a cluster', ['a', 'b'])).toEqual(
    refuse('UnsupportedByProvider', 'spec.size', 'a cluster; GCP offers a, b'),
  )
})

it('refuses what the claim asks for and the provider has not: nothing is dropped silently', () => {
  expect(decideChoice(choices.storageType, 'GCP', { value: 'HighIOPS', from: 'claim' })).toEqual({
    value: 'HighIOPS',
    refusals: [refuse('UnsupportedByProvider', 'spec.storage.type', 'HighIOPS; GCP offers SSD')],
  })
})

it('lets a default give way to the first thing offered, and says so', () => {
  expect(decideChoice(choices.deletionPolicy, 'Azure', { value: 'Snapshot', from: 'built in' })).toEqual({
    value: 'Orphan',
    deviations: [
      {
        field: 'spec.deletion.policy',
        reason: 'Azure has no Snapshot, which is the built in default: Orphan it is',
      },
    ],
  })
})

it('says nothing of what can be had', () => {
  fc.assert(
    fc.property(fc.constantFrom(...providers), fc.constantFrom('claim', 'platform', 'built in'), (provider, from) => {
      for (const value of choices.version.offered[provider])
        expect(decideChoice(choices.version, provider, { value, from })).toEqual({ value })
    }),
  )
})

it('keeps a number within what the provider allows: a wish is refused, a default moves to the nearest', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...providers),
      fc.integer({ min: -10, max: 500 }),
      fc.boolean(),
      (provider, value, wish) => {
        const [least, most] = retentionDays.bounds[provider]
        const inside = least <= value && value <= most
        const decision = decideNumber(retentionDays, provider, { value, from: wish ? 'claim' : 'platform' })
        expect(decision.refusals?.length ?? 0).toBe(wish && !inside ? 1 : 0)
        expect(decision.deviations?.length ?? 0).toBe(wish || inside ? 0 : 1)
        expect(decision.value).toBe(inside || wish ? value : value < least ? least : most)
      },
    ),
  )
})

it('tells the range, or the one value that there is', () => {
  expect(decideNumber(retentionDays, 'Azure', { value: 1, from: 'claim' }).refusals).toEqual([
    refuse('UnsupportedByProvider', 'spec.backup.retentionDays', '1; Azure offers 7 to 35'),
  ])
  expect(decideNumber(port, 'GCP', { value: 6000, from: 'claim' }).refusals).toEqual([
    refuse('UnsupportedByProvider', 'spec.network.port', '6000; GCP offers 5432'),
  ])
  expect(decideNumber(retentionDays, 'AWS', { value: 90, from: 'platform' })).toEqual({
    value: 35,
    deviations: [{ field: 'spec.backup.retentionDays', reason: 'AWS allows 1 to 35; the platform default is 90' }],
  })
})
