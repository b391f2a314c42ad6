import type { Headers } from '../http2/request-headers.ts'
import type { Receiver, Stream } from '../http2/stream.ts'
import { decompress } from './compression.ts'
import { timeoutOf } from './deadline.ts'
import { createIncoming } from './framing.ts'
import { fail, reply } from './reply.ts'
import { Code, StatusError } from './status.ts'

/** Takes one message and gives one, in pieces. Throws a `StatusError` to end the call with it; anything else is INTERNAL. */
export interface Unary {
  readonly unary: (message: Buffer) => readonly Buffer[]
}

/** Takes one message, and answers on the stream for as long as it likes. Throws as a unary method does. */
export interface Streaming {
  readonly streaming: (message: Buffer, stream: Stream) => void
}

export type Method = Unary | Streaming

/**
 * Takes the call's message and has the method answer it. The work is synchronous, so a deadline can pass before it starts and not
 * during it: while the message is on its way. Then nobody waits for the answer any more, and the work is not done.
 */
export const serveCall = (stream: Stream, headers: Headers, method: Method, maxReceive: number): Receiver => {
  const incoming = createIncoming(maxReceive)
  const started = performance.now()
  const answer = (): void => {
    const waited = performance.now() - started
    const message = decompress(incoming.message(), headers.get('grpc-encoding'), maxReceive)
    if (waited >= timeoutOf(headers.get('grpc-timeout')))
      throw new StatusError(Code.deadlineExceeded, 'the deadline passed before the call was looked at')
    if ('unary' in method) reply(stream, method.unary(message))
    else method.streaming(message, stream)
  }
  // A client that went away has its stream ended too. What is thrown ends this call, and no other.
  const guarded = (work: () => void): void => {
    try {
      if (stream.awaitsAnswer) work()
    } catch (error) {
      fail(stream, error instanceof StatusError ? error : new StatusError(Code.internal, 'the server failed'))
    }
  }
  return {
    push: bytes => guarded(() => incoming.push(bytes)),
    end: () =>
      guarded(() => {
        answer()
        incoming.done()
      }),
  }
}
