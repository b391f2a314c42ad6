import { describe, expect, it } from 'vitest'
import { CircuitBreaker } from '../../simulator/breaker.ts'

/** A breaker from which all tokens have been taken and that has just opened, at time 0. */
const opened = (): CircuitBreaker => {
  const breaker = new CircuitBreaker()
  for (let event = 0; event < 101; event++) breaker.allows(0, 1)
  return breaker
}

describe('the circuit breaker', () => {
  it('lets a hundred events of one moment through and opens at the next, or a stuck claim goes unseen', () => {
    const breaker = new CircuitBreaker()
    const answers = Array.from({ length: 101 }, () => breaker.allows(0, 1))
    expect(answers.indexOf(false)).toBe(100)
    expect(breaker.opens).toBe(1)
  })

  it('counts an update double, or twice as many provider writes seem to be possible', () => {
    const breaker = new CircuitBreaker()
    const answers = Array.from({ length: 51 }, () => breaker.allows(0, 2))
    expect(answers.indexOf(false)).toBe(50)
    expect(breaker.spent).toBe(102)
  })

  it('gets one token a second and never more than a hundred, or a quiet night allows a storm', () => {
    const breaker = new CircuitBreaker()
    const steady = Array.from({ length: 500 }, (_, second) => breaker.allows(second, 1))
    expect(steady).not.toContain(false)
    const rested = Array.from({ length: 101 }, () => breaker.allows(100_000, 1))
    expect(rested.indexOf(false)).toBe(100)
  })

  it('lets one event in thirty seconds through while it is open, and swallows the user’s edits as well', () => {
    const breaker = opened()
    expect([1, 29, 30, 31, 59, 60, 61].filter(second => breaker.allows(second, 2))).toEqual([30, 60])
    expect(breaker.opens).toBe(1)
  })

  it('closes after five minutes with the tokens of meanwhile, or a claim never recovers', () => {
    const breaker = opened()
    expect(breaker.allows(299, 1)).toBe(true)
    expect(breaker.allows(299.5, 1)).toBe(false)
    expect(Array.from({ length: 101 }, () => breaker.allows(300, 1)).indexOf(false)).toBe(100)
    expect(breaker.opens).toBe(2)
  })
})
