import { constants, type ServerHttp2Stream } from 'node:http2'
import { withPrefix } from './framing.ts'
import { statusHeaders, type StatusError } from './status.ts'

const headers = { ':status': 200, 'content-type': 'application/grpc' }
const withTrailers = { waitForTrailers: true }
const ok = { 'grpc-status': '0' }

function endWell(this: ServerHttp2Stream): void {
  this.sendTrailers(ok)
}

/** The client is still there, and nothing has been answered. */
export const awaitsReply = (stream: ServerHttp2Stream): boolean =>
  !stream.destroyed && !stream.closed && !stream.headersSent

/** Answers with one message, and OK. */
export const reply = (stream: ServerHttp2Stream, message: readonly Buffer[]): void => {
  if (!awaitsReply(stream)) return
  stream.respond(headers, withTrailers)
  stream.on('wantTrailers', endWell)
  // Until its end all of it is held back: so it is one write.
  stream.cork()
  write(stream, message)
  stream.end()
}

const write = (stream: ServerHttp2Stream, message: readonly Buffer[]): void => {
  for (const piece of withPrefix(message)) stream.write(piece)
}

/** Answers with a status and no message: in headers alone, as gRPC's “Trailers-Only”. */
export const fail = (stream: ServerHttp2Stream, status: StatusError): void => {
  refuse(stream, { ...headers, ...statusHeaders(status) })
}

/** Answers with headers alone. A client that still sends is told to stop. */
export const refuse = (stream: ServerHttp2Stream, answer: Readonly<Record<string, string | number>>): void => {
  if (!awaitsReply(stream)) return
  stream.respond(answer, { endStream: true })
  if (!stream.readableEnded) stream.close(constants.NGHTTP2_NO_ERROR)
}

/** An answer of several messages, of which each is sent at once. */
export interface Replies {
  readonly send: (message: Buffer) => void
  readonly end: (status: StatusError) => void
}

export const startReplies = (stream: ServerHttp2Stream): Replies => {
  const open = awaitsReply(stream)
  if (open) stream.respond(headers, withTrailers)
  return {
    send: message => {
      if (!open || !stream.writable) return
      stream.cork()
      write(stream, [message])
      stream.uncork()
    },
    end: status => {
      if (!open || !stream.writable) return
      stream.once('wantTrailers', () => stream.sendTrailers(statusHeaders(status)))
      stream.end()
    },
  }
}
