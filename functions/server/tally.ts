import type { Call } from './answer.ts'

/** Counts calls, from the first one on, by what can count only later. */
export interface Tally {
  readonly record: (call: Call) => void
  /** What has been called so far is counted now, and everything else as it comes. */
  readonly countWith: (count: (call: Call) => void) => void
}

export const createTally = (): Tally => {
  const early: Call[] = []
  let count = (call: Call): void => void early.push(call)
  return {
    record: call => count(call),
    countWith: by => {
      count = by
      for (const call of early.splice(0)) by(call)
    },
  }
}
