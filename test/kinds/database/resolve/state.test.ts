import fc from 'fast-check'
import { expect, it } from 'vitest'
import { providers } from '../../../../apis/blocks/placement.ts'
import { decideState } from '../../../../functions/kinds/database/resolve/state.ts'
import { maybe } from '../../../runtime/fixtures.ts'

it('is stopped when either of the two says so, wherever that can be done, and only what has been made', () => {
  const claims = maybe(fc.constantFrom('Active', 'Stopped'))
  fc.assert(
    fc.property(fc.constantFrom(...providers), claims, fc.boolean(), fc.boolean(), (provider, claim, asleep, made) => {
      const { value, refusals = [], deviations = [] } = decideState(provider, { claim, asleep, made })
      const wanted = claim === 'Stopped' || asleep
      if (provider !== 'Azure')
        expect([value, refusals, deviations]).toEqual([wanted && made ? 'Stopped' : 'Active', [], []])
      // What a claim asks for is refused; what its environment does is only told.
      else if (claim === 'Stopped') expect(refusals.map(({ code }) => code)).toEqual(['UnsupportedByProvider'])
      else expect([value, refusals, deviations.length]).toEqual(['Active', [], asleep ? 1 : 0])
    }),
  )
})
