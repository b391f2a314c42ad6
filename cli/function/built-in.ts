import { createHash } from 'node:crypto'
import { kinds } from '../../functions/kinds/index.ts'
import { createAnswer } from '../../functions/server/answer.ts'
import type { CallFunction } from '../../simulator/core/pipeline.ts'

/** The function in this process, through the same bytes. Its clock is the simulator's and its chance is none. */
export const builtIn = (now: () => number): CallFunction => {
  const seed = createHash('sha256').update('the same passwords in every render').digest()
  const answer = createAnswer({ kinds, now, seed: () => seed, report: ({ problem }) => rethrow(problem) })
  return request => Promise.resolve(Buffer.concat(answer(request)))
}

/** At a desk, a bug is shown with its stack. */
const rethrow = (problem: string | Error | undefined): void => {
  if (problem instanceof Error) throw problem
}
