import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asked, choose, kept, originsOf } from '../../functions/settings/setting.ts'
import { maybe } from '../runtime/fixtures.ts'

it('is built in when nobody has an opinion', () => {
  expect(choose({}, 'small')).toEqual({ value: 'small', from: 'built in' })
  expect(choose({ claim: undefined, platform: undefined }, 0)).toEqual({ value: 0, from: 'built in' })
})

it('is what was asked for', () => {
  expect(asked(0)).toEqual({ value: 0, from: 'claim' })
})

it('takes the claim before its Composition, its environment, the type of that and the platform, also where that is 0 or empty', () => {
  const opinion = maybe(fc.constantFrom(0, '', false, null, 'large'))
  fc.assert(
    fc.property(fc.tuple(opinion, opinion, opinion, opinion, opinion), said => {
      const origins = ['claim', 'composition', 'environment', 'environment type', 'platform'] as const
      const order = origins.map((from, index) => ({ value: said[index], from }))
      const first = order.find(({ value }) => value !== undefined) ?? { value: 'small', from: 'built in' }
      const candidates = Object.fromEntries(order.toReversed().map(({ value, from }) => [from, value]))
      expect(choose<unknown>(candidates, 'small')).toEqual(first)
    }),
  )
})

it('keeps what is there against every default, and never against the claim', () => {
  const byDefault = { value: 'large', from: 'environment' } as const
  expect(kept(byDefault, undefined)).toBe(byDefault)
  expect(kept<string>(byDefault, 'small')).toEqual({ value: 'small', from: 'existing' })
  expect(kept(asked('large'), 'small')).toEqual(asked('large'))
  // What is there because of the default is the default's: else every status would change on the second pass.
  expect(kept(byDefault, 'large')).toBe(byDefault)
})

it('tells origins by name, of what there is', () => {
  expect(originsOf({ size: asked('large'), region: undefined })).toEqual({ size: 'claim' })
})
