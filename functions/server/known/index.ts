import type { Clock } from '../../runtime/kind.ts'
import type { Resource, RunFunctionRequest } from '../../runtime/protocol.ts'
import { textAt } from '../../runtime/read.ts'
import type { Readable, Unread } from '../../runtime/unread.ts'
import { createKnownAnswers } from './known-answers.ts'
import { momentsAt } from './moments.ts'
import { outlineOf } from './outline.ts'
import { Reads } from './reads.ts'

/** What is made of a request and the time, and nothing else. */
export interface Made<Kept> {
  readonly kept: Kept
  /** Bytes. */
  readonly size: number
  /** Not so where chance, or a bug, had a part in it: it is made anew each time. */
  readonly repeatable: boolean
}

type Make<Kept> = (request: RunFunctionRequest, clock: Clock) => Made<Kept>

/**
 * Gives an answer again as long as it would come out the same. Core calls for every write to anything that a claim is made of, and
 * few of them change what the function looks at. What it looked at is noted, when it first answers; while all of that is as it was,
 * so is the answer, for it is made of nothing else. Only the
 * platform's settings go by their version, as everywhere in the server (`createRecall`); of all else no hash and no version is trusted.
 *
 * @param limit bytes of answers and notes that are held; 0: each is made anew. Answers hold what connection Secrets hold.
 */
export const createKnown = <Kept>(limit: number) => {
  const answers = createKnownAnswers<Kept>(limit)
  return (
    request: RunFunctionRequest,
    now: number,
    make: Make<Kept>,
  ): { readonly answer: Kept; readonly known: boolean } => {
    const uid = limit > 0 ? uidOf(request) : undefined
    if (uid === undefined) return { answer: make(request, momentsAt(now)).kept, known: false }
    const outline = outlineOf(request)
    const found = answers.find(uid, outline, now)
    if (found !== undefined) return { answer: found, known: true }
    const [reads, moments] = [new Reads(), momentsAt(now)]
    const others = new Map(outline.unread.map(object => [object, reads.watch(object)]))
    const { kept, size, repeatable } = make(watched(request, others), moments)
    const held = size + outline.text.length + reads.size
    if (repeatable) answers.keep(uid, { outline: outline.text, reads: reads.close(), moments, size: held, kept })
    return { answer: kept, known: false }
  }
}

/** Of the claim; none where an earlier step desires something, or says something in the context: that is read to the end. */
const uidOf = ({ observed, desired, context }: RunFunctionRequest): string | undefined =>
  observed.composite && !desired.composite && desired.resources.size === 0 && context === undefined
    ? textAt(observed.composite.resource, 'metadata', 'uid')
    : undefined

/** The request with other objects in the place of some. */
const watched = (request: RunFunctionRequest, others: ReadonlyMap<Readable, Unread>): RunFunctionRequest => {
  const other = (item: Resource): Resource => ({ ...item, resource: others.get(item.resource) ?? item.resource })
  const { composite, resources } = request.observed
  return {
    ...request,
    observed: {
      composite: composite && other(composite),
      resources: new Map([...resources].map(([key, item]) => [key, other(item)])),
    },
    requiredResources: new Map([...request.requiredResources].map(([name, items]) => [name, items.map(other)])),
  }
}
