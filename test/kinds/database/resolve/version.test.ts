import fc from 'fast-check'
import { expect, it } from 'vitest'
import { providers } from '../../../../apis/blocks/placement.ts'
import { choices } from '../../../../functions/kinds/database/capabilities.ts'
import { decideVersion, defaultVersion } from '../../../../functions/kinds/database/resolve/version.ts'
import { refuse } from '../../../../functions/runtime/errors.ts'
import { maybe } from '../../../runtime/fixtures.ts'

const version = maybe(fc.constantFrom('9', '14', '15', '16', '17', '18', '19'))

it.each(providers)('is the default on %s when nothing is asked for and nothing runs', provider => {
  expect(decideVersion(provider, undefined, undefined)).toEqual({ value: defaultVersion, refusals: [] })
})

it.each(providers)(
  'keeps what runs on %s, also what is not offered any more: a new default upgrades nothing',
  provider => {
    expect(decideVersion(provider, undefined, '13')).toEqual({ value: '13' })
    expect(decideVersion(provider, '13', '13')).toEqual({ value: '13' })
  },
)

it('never goes back, and goes nowhere that the provider does not offer', () => {
  fc.assert(
    fc.property(fc.constantFrom(...providers), version, version, (provider, wanted, running) => {
      const { value, refusals = [] } = decideVersion(provider, wanted, running)
      const offered = (choices.version.offered[provider] as readonly string[]).includes(value)
      const change = running !== undefined && wanted !== undefined && wanted !== running
      const down = change && Number(wanted) < Number(running)
      const stuck = change && !down && provider === 'Azure'
      expect(refusals.length === 0).toBe(!down && !stuck && (offered || value === running))
      expect(refusals.some(({ code }) => code === 'DowngradeRefused')).toBe(down)
      expect(value).toBe(wanted ?? running ?? defaultVersion)
    }),
    { numRuns: 300 },
  )
})

it('tells what runs and what was asked for', () => {
  expect(decideVersion('AWS', '16', '17').refusals).toEqual([
    refuse('DowngradeRefused', 'spec.version', "17 runs; it can't go back to 16"),
  ])
  expect(decideVersion('Azure', '17', '16').refusals).toEqual([
    refuse(
      'UnsupportedByProvider',
      'spec.version',
      'an upgrade from 16 to 17 in place; Azure offers none: leave it out',
    ),
  ])
  expect(decideVersion('GCP', '18', undefined).refusals).toEqual([
    refuse('UnsupportedByProvider', 'spec.version', '18; GCP offers 17, 16, 15'),
  ])
})

it('compares numbers, not text: 9 is older than 10', () => {
  expect(decideVersion('AWS', '9', '15').refusals?.[0]?.code).toBe('DowngradeRefused')
})
