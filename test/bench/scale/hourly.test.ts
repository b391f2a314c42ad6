import { expect, it } from 'vitest'
import { hourly } from './hourly.ts'

it('is twice an hour at rest and every five minutes in a long outage: what docs/scale.md calculates with', async () => {
  const { rest, outage } = await hourly()
  expect(rest).toBeLessThanOrEqual(2)
  expect(rest).toBeGreaterThan(1)
  expect(outage).toBeCloseTo(12, 0)
})
