import { encodeHeaders } from '../http2/hpack/encode-headers.ts'
import type { Stream } from '../http2/stream.ts'
import { withPrefix } from './framing.ts'
import { statusHeaders, type StatusError } from './status.ts'

const headers = { ':status': 200, 'content-type': 'application/grpc' }
const begin = encodeHeaders(headers)
const ok = encodeHeaders({ 'grpc-status': 0 })

/** Answers with one message, and OK. */
export const reply = (stream: Stream, message: readonly Buffer[]): void =>
  stream.respond(begin, withPrefix(message), ok)

/** Answers with a status and no message: in headers alone, as gRPC's “Trailers-Only”. */
export const fail = (stream: Stream, status: StatusError): void =>
  refuse(stream, { ...headers, ...statusHeaders(status) })

/** Answers with headers alone. A client that still sends is told to stop. */
export const refuse = (stream: Stream, answer: Readonly<Record<string, string | number>>): void =>
  stream.respondOnly(encodeHeaders(answer))

/** An answer of several messages, of which each is sent at once. */
export interface Replies {
  readonly send: (message: Buffer) => void
  readonly end: (status: StatusError) => void
}

export const startReplies = (stream: Stream): Replies => {
  stream.respond(begin, [])
  return {
    send: message => stream.send(withPrefix([message])),
    end: status => stream.send([], encodeHeaders(statusHeaders(status))),
  }
}
