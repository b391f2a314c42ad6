import { connect, type ClientHttp2Session, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http2'
import { noTls } from '../../functions/server/certificates.ts'
import { withPrefix } from '../../functions/server/grpc/framing.ts'
import { startServer, type RunningServer } from '../../functions/server/server.ts'
import { path } from './server.ts'

type ServerOptions = Partial<Parameters<typeof startServer>[0]>

/** A server in plain text that answers with what it was asked, or as the test has it. */
export const echoServer = (changes: ServerOptions = {}): Promise<RunningServer> =>
  startServer({
    answer: bytes => [Buffer.from(bytes)],
    credentials: noTls(),
    address: '127.0.0.1:0',
    maxReceive: 2 ** 20,
    maxConnectionAge: 300,
    ...changes,
  })

export interface Outcome {
  readonly headers: IncomingHttpHeaders
  /** Of the call's end: `grpc-status` stands here, whichever way it was sent. */
  readonly trailers: IncomingHttpHeaders
  readonly data: Buffer
  /** HTTP/2's error code. */
  readonly reset: number
}

/** A client below gRPC: it sends what no gRPC library would. */
export const rawClient = (port: number): ClientHttp2Session => {
  const session = connect(`http://127.0.0.1:${port}`)
  session.on('error', () => undefined)
  return session
}

/** Opens a call, and gives its stream and how it ends. */
export const open = (session: ClientHttp2Session, changes: OutgoingHttpHeaders = {}) => {
  const stream = session.request({
    ':method': 'POST',
    ':path': path,
    'content-type': 'application/grpc',
    te: 'trailers',
    ...changes,
  })
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const chunks: Buffer[] = []
  let headers: IncomingHttpHeaders = {}
  let trailers: IncomingHttpHeaders = {}
  stream.on('response', got => {
    headers = got
    if (got['grpc-status'] !== undefined) trailers = got
  })
  stream.on('trailers', (got: IncomingHttpHeaders) => {
    trailers = got
  })
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  stream.on('error', () => undefined)
  stream.on('close', () => resolve({ headers, trailers, data: Buffer.concat(chunks), reset: stream.rstCode ?? 0 }))
  return { stream, outcome: promise }
}

/** One whole call; the parts are sent one by one. */
export const callRaw = async (
  session: ClientHttp2Session,
  parts: readonly Uint8Array[],
  changes: OutgoingHttpHeaders = {},
): Promise<Outcome> => {
  const { stream, outcome } = open(session, changes)
  for (const part of parts) await new Promise(resolve => stream.write(part, resolve))
  stream.end()
  return outcome
}

/** A message with its prefix, as it goes over the wire. */
export const frame = (message: Buffer): Buffer => Buffer.concat(withPrefix([message]))

export const framed = (text: string): Buffer => frame(Buffer.from(text))
