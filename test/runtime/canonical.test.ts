import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonical } from '../../functions/runtime/canonical.ts'
import { json, reversed } from './fixtures.ts'

it('tells nothing from null, or a field that is set to null looks like one that is not set', () => {
  expect(canonical(undefined)).toBe('')
  expect(canonical(null)).toBe('null')
})

it('sorts the keys at every depth, or equal answers differ in bytes and core applies them again', () => {
  const value = { b: [{ z: 1, a: { y: null, x: 'text' } }], a: true }
  expect(canonical(value)).toBe('{"a":true,"b":[{"a":{"x":"text","y":null},"z":1}]}')
})

it('keeps the order of lists, where it has a meaning', () => {
  expect(canonical([2, 1, [4, 3]])).toBe('[2,1,[4,3]]')
})

it('gives one text whatever order keys arrive in', () => {
  fc.assert(
    fc.property(json, value => {
      expect(canonical(reversed(value))).toBe(canonical(value))
    }),
  )
})

it('loses nothing, or a change of a fixed field passes as equal', () => {
  fc.assert(
    fc.property(json, value => {
      expect(JSON.parse(canonical(value))).toEqual(value)
    }),
  )
})
