import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keyAt } from '../../../functions/server/codec/keys.ts'

const read = (text: string) => {
  const bytes = Buffer.from(`xx${text}yy`)
  return keyAt(bytes, 2, bytes.length - 4)
}

it('gives every key as it is, also where two fall into one place of the table, or fields change their names', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[ -~]{1,48}$/), { maxLength: 200 }), keys => {
      expect(keys.map(read)).toEqual(keys)
      expect(keys.toReversed().map(read)).toEqual(keys.toReversed())
    }),
  )
})

it('leaves to others what is empty, long or not plain ASCII', () => {
  expect(['', 'x'.repeat(49), 'größe', 'x\u{1F600}'].map(read)).toEqual([undefined, undefined, undefined, undefined])
  expect(read('x'.repeat(48))).toBe('x'.repeat(48))
})
