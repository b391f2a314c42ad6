import type { OnStream, Receiver } from '../http2/stream.ts'
import { serveCall, type Method } from './call.ts'
import { fail, refuse } from './reply.ts'
import { Code, StatusError } from './status.ts'

/** Methods by their path, `/package.Service/Method`. */
export type Methods = ReadonlyMap<string, Method>

/** Protobuf is what a subtype that is left out stands for; another one we could not read. */
const contentType = /^application\/grpc(?:\+proto)?(?:;|$)/

/**
 * Finds the method that a stream asks for. What is no gRPC call gets an HTTP status, a method that we don't have UNIMPLEMENTED: to
 * that, and to nothing else, as core would then fall back to an older protocol.
 */
export const createRoutes =
  (methods: Methods, maxReceive: number): OnStream =>
  (stream, headers) => {
    const path = headers.get(':path') ?? ''
    const method = methods.get(path)
    if (headers.get(':method') !== 'POST') refuse(stream, { ':status': 405, allow: 'POST' })
    else if (!contentType.test(headers.get('content-type') ?? '')) refuse(stream, { ':status': 415 })
    else if (method) return serveCall(stream, headers, method, maxReceive)
    else fail(stream, new StatusError(Code.unimplemented, unknown(methods, path)))
    return ignored
  }

/** Of what is answered already. */
const ignored: Receiver = { push: () => undefined, end: () => undefined }

const unknown = (methods: Methods, path: string): string => {
  const [, service = '', name = ''] = /^\/([^/]+)\/([^/]+)$/.exec(path) ?? []
  if (name === '') return 'malformed method name'
  const known = [...methods.keys()].some(other => other.startsWith(`/${service}/`))
  return known ? `unknown method ${name} for service ${service}` : `unknown service ${service}`
}
