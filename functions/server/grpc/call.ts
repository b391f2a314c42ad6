import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2'
import { decompress } from './compression.ts'
import { timeoutOf } from './deadline.ts'
import { createIncoming } from './framing.ts'
import { awaitsReply, fail, reply } from './reply.ts'
import { Code, StatusError } from './status.ts'

/** Takes one message and gives one, in pieces. Throws a `StatusError` to end the call with it; anything else is INTERNAL. */
export interface Unary {
  readonly unary: (message: Buffer) => readonly Buffer[]
}

/** Takes one message, and answers on the stream for as long as it likes. Throws as a unary method does. */
export interface Streaming {
  readonly streaming: (message: Buffer, stream: ServerHttp2Stream) => void
}

export type Method = Unary | Streaming

/**
 * Takes the call's message and has the method answer it. The work is synchronous, so a deadline can pass before it starts and not
 * during it: while the message is on its way. Then nobody waits for the answer any more, and the work is not done.
 */
export const serveCall = (
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  method: Method,
  maxReceive: number,
): void => {
  const incoming = createIncoming(maxReceive)
  const started = performance.now()
  const answer = (): void => {
    const waited = performance.now() - started
    const message = decompress(incoming.message(), first(headers['grpc-encoding']), maxReceive)
    if (waited >= timeoutOf(first(headers['grpc-timeout'])))
      throw new StatusError(Code.deadlineExceeded, 'the deadline passed before the call was looked at')
    if ('unary' in method) reply(stream, method.unary(message))
    else method.streaming(message, stream)
  }
  // A client that went away has its stream ended too. What is thrown ends this call, and no other.
  const guarded =
    <Given>(work: (given: Given) => void) =>
    (given: Given): void => {
      try {
        if (awaitsReply(stream)) work(given)
      } catch (error) {
        fail(stream, error instanceof StatusError ? error : new StatusError(Code.internal, 'the server failed'))
      }
    }
  stream.on('data', guarded(incoming.push))
  stream.on(
    'end',
    guarded(() => {
      answer()
      incoming.done()
    }),
  )
}

const first = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : header?.[0]
