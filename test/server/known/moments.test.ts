import fc from 'fast-check'
import { expect, it } from 'vitest'
import { momentsAt } from '../../../functions/server/known/moments.ts'

it('holds exactly as long as every moment that was asked for has passed or not as it had, whichever way the clock goes', () => {
  const time = fc.integer({ min: -20, max: 20 })
  fc.assert(
    fc.property(time, time, fc.array(time), (then, now, asked) => {
      const moments = momentsAt(then)
      const told = asked.map(moments.hasPassed)
      expect(told).toEqual(asked.map(moment => moment <= then))
      expect(moments.tellTheSame(now)).toBe(asked.every((moment, index) => moment <= now === told[index]))
    }),
  )
})
