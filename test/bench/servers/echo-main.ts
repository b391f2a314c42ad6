import { readdirSync, readFileSync } from 'node:fs'
import { createSecureServer, type ServerHttp2Stream } from 'node:http2'
import { join } from 'node:path'

/**
 * Answers every call with bytes that were made beforehand: what HTTP/2 and TLS cost by themselves. A request's length tells
 * which answer: the files are called by the length of the request that they answer.
 */
const [port = '', certificates = '', answers = ''] = process.argv.slice(2)

const framed = (message: Buffer): Buffer => {
  const prefix = Buffer.alloc(5)
  prefix.writeUInt32BE(message.length, 1)
  return Buffer.concat([prefix, message])
}
const byLength = new Map(
  readdirSync(answers).map(name => [Number(name), framed(readFileSync(join(answers, name)))] as const),
)
const [any = framed(Buffer.alloc(0))] = byLength.values()

const window = 8 * 2 ** 20

const answer = (stream: ServerHttp2Stream): void => {
  let length = -5
  stream.on('data', (chunk: Buffer) => (length += chunk.length))
  stream.on('error', () => undefined)
  stream.on('end', () => {
    stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true })
    stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }))
    stream.end(byLength.get(length) ?? any)
  })
}

const file = (name: string): Buffer => readFileSync(join(certificates, name))

const server = createSecureServer({
  cert: file('tls.crt'),
  key: file('tls.key'),
  ca: file('ca.crt'),
  requestCert: true,
  // OpenSSL takes a client with Crossplane's kind of certificate for self-signed; whose it is, is nothing to an echo.
  rejectUnauthorized: false,
  settings: { initialWindowSize: window, maxConcurrentStreams: 256 },
})
server.on('session', session => session.setLocalWindowSize(window))
server.on('sessionError', () => undefined)
server.on('stream', answer)
server.listen(Number(port), '127.0.0.1')
