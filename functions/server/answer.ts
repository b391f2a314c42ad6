import { randomBytes } from 'node:crypto'
import { createHandler, internalError } from '../runtime/handler.ts'
import type { Clock, Edge, KindModule } from '../runtime/kind.ts'
import { Severity, type RunFunctionRequest, type RunFunctionResponse } from '../runtime/protocol.ts'
import { textAt } from '../runtime/read.ts'
import type { Readable } from '../runtime/unread.ts'
import { MalformedMessage } from './codec/reader.ts'
import { decodeRequest } from './codec/request.ts'
import { encodeUntagged, tagged, type Message, type Untagged } from './codec/response.ts'
import { createKnown, type Made } from './known/index.ts'
import { createRecall } from './recall.ts'

/**
 * One call, as bytes in and bytes out: what any transport has to carry. The request is not looked at any more when its answer has
 * been given. Throws `MalformedMessage` for bytes that are none.
 */
export type Answer = (request: Uint8Array) => Message

/** What the server tells of each call, for its log and its metrics. */
export interface Call extends Told {
  /** Whether the answer was known from a call before. */
  readonly known: boolean
  readonly milliseconds: number
  readonly requestBytes: number
  readonly responseBytes: number
}

interface Told {
  readonly kind: string
  readonly name: string
  readonly outcome: 'ok' | 'refused' | 'bug'
  /** The first Fatal's message, or the bug. */
  readonly problem?: string | Error
}

/** An answer to whatever call it is asked in. */
interface Answered extends Untagged {
  readonly told: Told
}

interface Options {
  readonly kinds: readonly KindModule[]
  readonly report?: (call: Call) => void
  /** Milliseconds since 1970, and random bytes. Tests hold both. */
  readonly now?: () => number
  readonly seed?: () => Uint8Array
  /** How many bytes of answers are kept; 0 for none, and nothing else of a call either. */
  readonly keep?: number
}

/** The edge of the pure core: reads the clock, draws the random bytes, turns a bug into a Fatal. */
export const createAnswer = ({
  kinds,
  report,
  now = Date.now,
  seed = () => randomBytes(32),
  keep = 2 ** 25,
}: Options): Answer => {
  const recall = keep > 0 ? createRecall() : undefined
  const known = createKnown<Answered>(keep)
  const plan = planner(kinds, seed)
  const make: typeof plan = (request, clock) => plan(recall ? recall(request) : request, clock)
  return bytes => {
    const started = performance.now()
    const request = decodeRequest(bytes)
    const { answer, known: again } = known(request, now(), make)
    const encoded = tagged(request.tag, answer)
    report?.({
      ...answer.told,
      known: again,
      milliseconds: performance.now() - started,
      requestBytes: bytes.length,
      responseBytes: encoded.reduce((sum, { length }) => sum + length, 0),
    })
    return encoded
  }
}

const planner = (kinds: readonly KindModule[], draw: () => Uint8Array) => {
  const handle = createHandler(kinds)
  return (request: RunFunctionRequest, { hasPassed }: Clock): Made<Answered> => {
    let repeatable = true
    const edge: Edge = {
      hasPassed,
      // Drawn when it is asked for: few calls do.
      get seed() {
        repeatable = false
        return draw()
      },
    }
    try {
      const response = handle(request, edge)
      return made(response, toldOf(kinds, request, response), repeatable)
    } catch (error) {
      // What is read only when it is asked for can be found to be malformed only then.
      if (error instanceof MalformedMessage) throw error
      const bug = error instanceof Error ? error : new Error(String(error))
      const response = internalError(kinds, request)
      return made(response, { ...toldOf(kinds, request, response), outcome: 'bug', problem: bug }, false)
    }
  }
}

const made = (response: RunFunctionResponse, told: Told, repeatable: boolean): Made<Answered> => {
  const { ttlSeconds, body } = encodeUntagged(response)
  return { kept: { ttlSeconds, body, told }, size: body.length, repeatable }
}

const toldOf = (
  kinds: readonly KindModule[],
  { observed }: RunFunctionRequest,
  { results }: RunFunctionResponse,
): Told => {
  const fatal = results.find(({ severity }) => severity === Severity.fatal)
  return {
    ...described(kinds, observed.composite?.resource),
    ...(fatal ? { outcome: 'refused', problem: fatal.message } : { outcome: 'ok' }),
  }
}

/** A kind that is not ours counts as `other`: what a label of a metric can be has to be bounded. */
const described = (kinds: readonly KindModule[], xr: Readable = {}): Pick<Told, 'kind' | 'name'> => {
  const named = textAt(xr, 'kind')
  const kind = kinds.find(known => known.kind === named)?.kind ?? 'other'
  const name = [textAt(xr, 'metadata', 'namespace'), textAt(xr, 'metadata', 'name')].filter(part => part !== undefined)
  return { kind, name: name.join('/') }
}
