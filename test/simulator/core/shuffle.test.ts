import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../functions/runtime/json.ts'
import { randomNumbers, shuffled, shuffledFields } from '../../../simulator/core/shuffle.ts'

describe('random order', () => {
  it('of nothing is nothing, or an empty answer ends in a crash', () => {
    expect(shuffled([], randomNumbers(1))).toEqual([])
    expect(shuffledFields(null, randomNumbers(1))).toBeNull()
  })

  it('is the same for the same seed, or a failing run can’t be repeated', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, randomNumbers(seed))
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
    expect(draw(7).every(number => number >= 0 && number < 1)).toBe(true)
  })

  it('loses and repeats nothing, or a resource is not applied at all', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const before = [...items]
        expect([...shuffled(items, randomNumbers(seed))].toSorted()).toEqual([...items].toSorted())
        expect(items).toEqual(before)
      }),
    )
  })

  it('gives every order its turn, or an order that breaks a function is never tried', () => {
    const orders = Array.from({ length: 200 }, (_, seed) => shuffled(['a', 'b', 'c'], randomNumbers(seed)).join(''))
    expect([...new Set(orders)].toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])
  })

  it('of fields changes neither values nor lists, or the function sees what does not exist', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer(), (value, seed) => {
        expect(shuffledFields(value as Json, randomNumbers(seed))).toEqual(value)
      }),
    )
    const value = { a: { x: 1, y: 2, z: 3 }, b: 1, c: 1, d: 1, e: 1 }
    const texts = [1, 2, 3, 4].map(seed => JSON.stringify(shuffledFields(value, randomNumbers(seed))))
    expect(new Set(texts).size).toBe(4)
  })
})
