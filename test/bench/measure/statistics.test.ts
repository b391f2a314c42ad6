import { describe, expect, it } from 'vitest'
import { least, median, medianRatio, quarters } from './statistics.ts'

describe('the statistics of a benchmark', () => {
  it('takes the middle, so that one disturbed round does not decide', () => {
    expect(median([3, 1, 1000])).toBe(3)
    expect(median([4, 1, 2, 1000])).toBe(3)
    expect(median([])).toBeNaN()
    expect(least([3, 1, 2])).toBe(1)
  })

  it('compares round with round: a busy minute that hits both changes no ratio', () => {
    expect(medianRatio([1, 10, 2], [2, 20, 4])).toBe(0.5)
  })

  it('has four quarters in their order, or growth is looked for in the wrong half', () => {
    expect(quarters([1, 1, 2, 2, 3, 3, 4, 4])).toEqual([1, 2, 3, 4])
    expect(quarters([1, 2, 3, 4, 4])).toEqual([1, 2, 3, 4])
  })
})
