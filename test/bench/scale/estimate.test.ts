import { expect, it } from 'vitest'
import { estimate } from './estimate.ts'

it('multiplies what a call has cost, or a platform team orders too few cores', () => {
  const used = { cpu: { function: 2, crossplane: 20 }, memory: {}, calls: 1000 }
  expect(estimate(3600, 2, used)).toEqual({
    claims: 3600,
    callsASecond: 2,
    cores: { function: 0.004, crossplane: 0.04 },
  })
})
