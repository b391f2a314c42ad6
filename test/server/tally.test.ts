import { expect, it } from 'vitest'
import type { Call } from '../../functions/server/answer.ts'
import { createTally } from '../../functions/server/tally.ts'

const call = (name: string): Call => ({
  kind: 'XDatabase',
  name,
  outcome: 'ok',
  milliseconds: 1,
  requestBytes: 1,
  responseBytes: 1,
  known: false,
})

it('counts calls that came before the counter did, once and in order, or the first ones would be missing', () => {
  const counted: string[] = []
  const tally = createTally()
  for (const name of ['a', 'b']) tally.record(call(name))
  tally.countWith(({ name }) => counted.push(name))
  tally.record(call('c'))
  expect(counted).toEqual(['a', 'b', 'c'])
})
