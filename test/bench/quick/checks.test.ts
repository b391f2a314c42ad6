import { describe, expect, it } from 'vitest'
import { compare, type Expected } from './checks.ts'

const counts = { passes: 3, calls: 4, requestBytes: 100, responseBytes: 50 }
const ways = (value: number) => ({ known: value, anew: value })
const expected: Expected = {
  counts: { a: counts },
  allocatedBytes: ways(1000),
  cpuAgainstEcho: 2,
  cpuAgainstSdk: ways(0.2),
  environmentAgainstNone: ways(1),
}
const failed = (measured: Partial<Expected>) =>
  compare(expected, { ...expected, ...measured })
    .filter(({ problem }) => problem !== undefined)
    .map(({ what }) => what)

describe('the guard against regressions', () => {
  it('passes what is as expected', () => {
    expect(failed({})).toEqual([])
  })

  it('fails one byte more or less, and a claim that is new or gone', () => {
    expect(failed({ counts: { a: { ...counts, requestBytes: 101 } } })).toEqual(['a'])
    expect(failed({ counts: { a: { ...counts, responseBytes: 49 } } })).toEqual(['a'])
    expect(failed({ counts: { a: counts, b: counts } })).toEqual(['b'])
    expect(failed({ counts: {} })).toEqual(['a'])
  })

  it('fails CPU and allocations only beyond their tolerance: the machine is busy', () => {
    expect(failed({ cpuAgainstEcho: 3.1, cpuAgainstSdk: ways(0.25), allocatedBytes: ways(1100) })).toEqual([])
    expect(failed({ cpuAgainstEcho: 3.3 })).toEqual(['cpuAgainstEcho'])
    const worse = { known: 0.27, anew: 0.2 }
    expect(failed({ cpuAgainstSdk: worse, allocatedBytes: { known: 1000, anew: 1400 } })).toEqual([
      'allocatedBytes, anew',
      'cpuAgainstSdk, known',
    ])
  })

  it('fails a claim that costs more than 20 % more for being in an environment', () => {
    expect(failed({ environmentAgainstNone: ways(1.19) })).toEqual([])
    expect(failed({ environmentAgainstNone: { known: 1.21, anew: 1 } })).toEqual(['a claim in an environment, known'])
  })
})
