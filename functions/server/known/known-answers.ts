import type { Moments } from './moments.ts'
import type { Outline } from './outline.ts'
import type { Reads } from './reads.ts'

/** An answer that was given, and everything that it was made of. */
export interface KnownAnswer<Kept> {
  readonly outline: string
  readonly reads: Reads
  readonly moments: Moments
  /** Bytes that keeping it takes, about. */
  readonly size: number
  readonly kept: Kept
}

/** The last answer to each of the claims that were asked for last. */
export interface KnownAnswers<Kept> {
  /** What was answered to this claim, if all that the answer was made of is as it was. */
  readonly find: (uid: string, outline: Outline, now: number) => Kept | undefined
  readonly keep: (uid: string, answer: KnownAnswer<Kept>) => void
}

/** Holds at most so many bytes; the answer that was not asked for longest goes first. */
export const createKnownAnswers = <Kept>(limit: number): KnownAnswers<Kept> => {
  const answers = new Map<string, KnownAnswer<Kept>>()
  let held = 0
  const forget = (uid: string): void => {
    held -= answers.get(uid)?.size ?? 0
    answers.delete(uid)
  }
  const hold = (uid: string, answer: KnownAnswer<Kept>): void => {
    held += answer.size
    answers.set(uid, answer)
  }
  return {
    find: (uid, { text, unread }, now) => {
      const answer = answers.get(uid)
      if (!answer || answer.outline !== text) return undefined
      if (!answer.moments.tellTheSame(now) || !answer.reads.tellTheSame(unread)) return undefined
      answers.delete(uid)
      answers.set(uid, answer)
      return answer.kept
    },
    keep: (uid, answer) => {
      forget(uid)
      hold(uid, answer)
      for (const oldest of answers.keys()) {
        if (held <= limit) break
        forget(oldest)
      }
    },
  }
}
