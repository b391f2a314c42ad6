import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asked, choose } from '../../functions/settings/setting.ts'
import { maybe } from '../runtime/fixtures.ts'

it('is built in when nobody has an opinion', () => {
  expect(choose({}, 'small')).toEqual({ value: 'small', from: 'built in' })
  expect(choose({ claim: undefined, platform: undefined }, 0)).toEqual({ value: 0, from: 'built in' })
})

it('is what was asked for', () => {
  expect(asked(0)).toEqual({ value: 0, from: 'claim' })
})

it('takes the claim before the environment type before the platform, also where that is 0 or empty', () => {
  const opinion = maybe(fc.constantFrom(0, '', false, null, 'large'))
  fc.assert(
    fc.property(opinion, opinion, opinion, (claim, type, platform) => {
      const order = [
        { value: claim, from: 'claim' },
        { value: type, from: 'environment type' },
        { value: platform, from: 'platform' },
        { value: 'small', from: 'built in' },
      ]
      const first = order.find(({ value }) => value !== undefined)
      expect(choose({ platform, 'environment type': type, claim }, 'small')).toEqual(first)
    }),
  )
})
