import { expect, it } from 'vitest'
import { CutStreams } from '../../../functions/server/http2/cut-streams.ts'

it('what still comes of a stream that was cut is known until its end, and of how many is bounded', () => {
  const cut = new CutStreams()
  cut.add(1)
  expect([cut.mayCome(1, false), cut.mayCome(3, false)]).toEqual([true, false])
  expect([cut.mayCome(1, true), cut.mayCome(1, false)]).toEqual([true, false])
  for (let stream = 1; stream < 4000; stream += 2) cut.add(stream)
  expect([cut.mayCome(1, false), cut.mayCome(2001, false), cut.mayCome(3999, false)]).toEqual([false, true, true])
})
