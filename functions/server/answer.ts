import { randomBytes } from 'node:crypto'
import { createHandler, internalError } from '../runtime/handler.ts'
import type { KindModule } from '../runtime/kind.ts'
import { Severity, type RunFunctionResponse } from '../runtime/protocol.ts'
import { textAt } from '../runtime/read.ts'
import type { Readable } from '../runtime/unread.ts'
import { MalformedMessage } from './codec/reader.ts'
import { decodeRequest } from './codec/request.ts'
import { encodeResponse } from './codec/response.ts'
import { createRecall } from './recall.ts'

/** One call, as bytes in and bytes out: what any transport has to carry. Throws `MalformedMessage` for bytes that are none. */
export type Answer = (request: Uint8Array) => Buffer

/** What the server tells of each call, for its log and its metrics. */
export interface Call {
  readonly kind: string
  readonly name: string
  readonly outcome: 'ok' | 'refused' | 'bug'
  /** The first Fatal's message, or the bug. */
  readonly problem?: string | Error
  readonly milliseconds: number
  readonly requestBytes: number
  readonly responseBytes: number
}

interface Options {
  readonly kinds: readonly KindModule[]
  readonly report?: (call: Call) => void
  /** Milliseconds since 1970, and random bytes. Tests hold both. */
  readonly now?: () => number
  readonly seed?: () => Uint8Array
}

/** The edge of the pure core: reads the clock, draws the random bytes, turns a bug into a Fatal. */
export const createAnswer = ({ kinds, report, now = Date.now, seed = () => randomBytes(32) }: Options): Answer => {
  const handle = createHandler(kinds)
  const recall = createRecall()
  return bytes => {
    const started = performance.now()
    const request = decodeRequest(bytes, recall)
    const edge = {
      now: now(),
      // Drawn when it is asked for: few calls do.
      get seed() {
        return seed()
      },
    }
    let response: RunFunctionResponse
    let encoded: Buffer
    let bug: Error | undefined
    try {
      response = handle(request, edge)
      encoded = encodeResponse(response)
    } catch (error) {
      // What is read only when it is asked for can be found to be malformed only then.
      if (error instanceof MalformedMessage) throw error
      bug = error instanceof Error ? error : new Error(String(error))
      response = internalError(kinds, request)
      encoded = encodeResponse(response)
    }
    report?.({
      ...described(kinds, request.observed.composite?.resource),
      ...outcomeOf(response, bug),
      milliseconds: performance.now() - started,
      requestBytes: bytes.length,
      responseBytes: encoded.length,
    })
    return encoded
  }
}

/** A kind that is not ours counts as `other`: what a label of a metric can be has to be bounded. */
const described = (kinds: readonly KindModule[], xr: Readable = {}): Pick<Call, 'kind' | 'name'> => {
  const named = textAt(xr, 'kind')
  const kind = kinds.find(known => known.kind === named)?.kind ?? 'other'
  const name = [textAt(xr, 'metadata', 'namespace'), textAt(xr, 'metadata', 'name')].filter(part => part !== undefined)
  return { kind, name: name.join('/') }
}

const outcomeOf = ({ results }: RunFunctionResponse, bug: Error | undefined): Pick<Call, 'outcome' | 'problem'> => {
  if (bug) return { outcome: 'bug', problem: bug }
  const fatal = results.find(({ severity }) => severity === Severity.fatal)
  return fatal ? { outcome: 'refused', problem: fatal.message } : { outcome: 'ok' }
}
