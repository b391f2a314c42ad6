import { expect, it } from 'vitest'
import { inTurns } from './turns.ts'

it('measures ways in turns, as often each: one that has the machine to itself would look faster', () => {
  const done: string[] = []
  const measured = inTurns(
    () => done.push('a'),
    () => done.push('b'),
  )
  expect(measured.map(({ length }) => length)).toEqual([75, 75])
  // What follows what, and how many of one come in a row.
  expect(done.join('').match(/a+|b+/g)).toEqual(
    Array.from({ length: 95 }, () => ['a'.repeat(40), 'b'.repeat(40)]).flat(),
  )
})
