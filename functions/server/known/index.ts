import type { Clock } from '../../runtime/kind.ts'
import type { RunFunctionRequest } from '../../runtime/protocol.ts'
import { textAt } from '../../runtime/read.ts'
import { BoundedMap } from '../bounded-map.ts'
import { MadeOf } from './made-of.ts'
import { momentsAt, type Moments } from './moments.ts'

/** What is made of a request and the time, and nothing else. */
export interface Made<Kept> {
  readonly kept: Kept
  /** Bytes. */
  readonly size: number
  /** Not so where chance, or a bug, had a part in it: it is made anew each time. */
  readonly repeatable: boolean
}

/** The last answer to a claim, and everything that it was made of. */
interface Known<Kept> {
  readonly madeOf: MadeOf
  readonly moments: Moments
  readonly kept: Kept
}

type Make<Kept> = (request: RunFunctionRequest, clock: Clock) => Made<Kept>

/**
 * Gives an answer again as long as it would come out the same. Core calls for every write to anything that a claim is made of, and
 * few of them change what the function looks at. An object of a request knows what was read of it (`WireObject`); while all of that is
 * as it was, so is the answer, for it is made of nothing else. Only the platform's settings go by their version, as everywhere in the
 * server (`createRecall`); of all else no hash and no version is trusted.
 *
 * @param limit bytes of answers and notes that are held; 0: each is made anew. Answers hold what connection Secrets hold.
 */
export const createKnown = <Kept>(limit: number) => {
  const answers = new BoundedMap<Known<Kept>>(limit)
  return (
    request: RunFunctionRequest,
    now: number,
    make: Make<Kept>,
  ): { readonly answer: Kept; readonly known: boolean } => {
    const uid = limit > 0 ? uidOf(request) : undefined
    const found = uid === undefined ? undefined : answers.get(uid)
    if (found?.moments.tellTheSame(now) && found.madeOf.isSameIn(request)) return { answer: found.kept, known: true }
    const moments = momentsAt(now)
    const { kept, size, repeatable } = make(request, moments)
    if (uid !== undefined && repeatable) {
      const madeOf = new MadeOf(request)
      answers.set(uid, { madeOf, moments, kept }, size + madeOf.size)
    }
    return { answer: kept, known: false }
  }
}

/** Of the claim; none where an earlier step desires something, or says something in the context: that is read to the end. */
const uidOf = ({ observed, desired, context }: RunFunctionRequest): string | undefined =>
  observed.composite && !desired.composite && desired.resources.size === 0 && context === undefined
    ? textAt(observed.composite.resource, 'metadata', 'uid')
    : undefined
