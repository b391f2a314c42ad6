import fc from 'fast-check'
import { expect, it } from 'vitest'
import { free, giveBack, take } from '../../functions/server/buffers.ts'

it('lends a buffer to one call at a time, however calls come and go: two requests in one would be one claim in the other’s place', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -4, max: 300_000 }), { maxLength: 60 }), steps => {
      const lent: Buffer[] = []
      for (const step of steps) {
        if (step > 0) {
          const buffer = take(step)
          expect(buffer.length).toBeGreaterThanOrEqual(step)
          expect(lent.includes(buffer)).toBe(false)
          lent.push(buffer)
        } else for (const buffer of lent.splice(step)) giveBack(buffer)
      }
      for (const buffer of lent) giveBack(buffer)
    }),
  )
})

it('lends again what was given back, and keeps no more than 24 MiB of it', () => {
  const buffer = take(100_000)
  giveBack(buffer)
  expect(take(100_000) === buffer).toBe(true)
  giveBack(buffer)
  const large = take(25 * 2 ** 20)
  giveBack(large)
  expect(take(25 * 2 ** 20) === large).toBe(false)
})

it('frees what a socket has read, and nothing that may be another’s too', () => {
  const read = Buffer.from(new ArrayBuffer(1000))
  free(read)
  expect(read).toHaveLength(0)
  const shared = Buffer.from(new ArrayBuffer(1000), 0, 999)
  const [pooled, empty] = [Buffer.from('text'), Buffer.alloc(0)]
  for (const each of [shared, pooled, empty]) free(each)
  expect([shared.length, pooled.toString(), empty.length]).toEqual([999, 'text', 0])
})
