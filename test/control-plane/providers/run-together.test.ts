import { expect, it } from 'vitest'
import { runTogether } from '../../../control-plane/providers/run-together.ts'

/** An object that has to wait so long for each of its stages. @returns how many are done together */
const doneOf = (waits: readonly number[]): number => {
  let done = 0
  const next = () => {
    const seconds = waits[done]
    return seconds === undefined ? undefined : { seconds, run: () => void done++ }
  }
  runTogether(next, ({ seconds }) => seconds <= 1)
  return done
}

it('does at once what would follow at once, or stand-ins write eight times where nobody looks', () => {
  expect(doneOf([5, 1, 0, 1])).toBe(4)
})

it('leaves for later what takes longer, or the circuit breaker is tried with too few writes', () => {
  expect(doneOf([5, 1, 2, 0])).toBe(2)
  expect(doneOf([0, 5])).toBe(1)
})

it('does nothing for an object that has nothing to have done', () => {
  expect(doneOf([])).toBe(0)
})

it('stops after eight, or an object that is never done is never written', () => {
  expect(doneOf(Array.from({ length: 30 }, () => 0))).toBe(8)
})
