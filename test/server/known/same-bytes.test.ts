import fc from 'fast-check'
import { expect, it } from 'vitest'
import { areSameBytes } from '../../../functions/server/known/same-bytes.ts'

/** Bytes with others before and behind them. */
const within = (before: number, bytes: Uint8Array): DataView => {
  const all = new Uint8Array(before + bytes.length + 3).fill(7)
  all.set(bytes, before)
  return new DataView(all.buffer)
}

const places = fc.nat(5)

it('are the same wherever they lie, or a known answer would be made anew for nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), places, places, (bytes, here, there) => {
      expect(areSameBytes(within(here, bytes), here, within(there, bytes), there, bytes.length)).toBe(true)
    }),
  )
})

it('are not the same when a single one differs, whichever: a name of as many letters would pass for another', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), places, places, (bytes, nth, here, there) => {
      const other = bytes.slice()
      const place = nth % bytes.length
      other[place] = (other[place] ?? 0) ^ 1
      expect(areSameBytes(within(here, bytes), here, within(there, other), there, bytes.length)).toBe(false)
    }),
  )
})
