import { createSecureServer, createServer, type Http2SecureServer, type Http2Server } from 'node:http2'
import { Server } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { placeOf } from '../address.ts'
import type { Credentials, PemSet } from '../certificates.ts'
import { refusalOf } from '../client-certificates.ts'
import { handshakeTimeout, sessionOptions } from './limits.ts'

/** A client that is not heard. */
export interface Refused {
  readonly reason: string
  /** Its address. */
  readonly client: string
}
export type OnRefusal = (refused: Refused) => void

/** A server that does not listen yet: with mutual TLS, or in plain text where there are no credentials. */
export const createHttp2Server = (
  credentials: Credentials,
  onRefusal: OnRefusal = () => undefined,
): Http2Server | Http2SecureServer => {
  if (!credentials) return createServer(sessionOptions)
  const server = createSecureServer({
    ...sessionOptions,
    ...contextOf(credentials.current()),
    handshakeTimeout,
    requestCert: true,
    // Not by OpenSSL, which would refuse Crossplane itself.
    rejectUnauthorized: false,
  })
  let { authorities } = credentials.current()
  hearOnly(server, socket => refusalOf(socket, authorities), onRefusal)
  // Connections that are open stay as they are; they end by their age.
  const stopFollowing = credentials.onChange(set => {
    server.setSecureContext(contextOf(set))
    authorities = set.authorities
  })
  server.once('close', stopFollowing)
  return server
}

/** Has a connection become one of HTTP/2 only once its client is known: whoever is not is cut off, as Node would, and was heard by nobody. */
const hearOnly = (
  server: Http2SecureServer,
  refusal: (socket: TLSSocket) => string | undefined,
  onRefusal: OnRefusal,
): void => {
  const accept = server.listeners('secureConnection')
  server.removeAllListeners('secureConnection')
  server.on('secureConnection', (socket: TLSSocket) => {
    const reason = refusal(socket)
    if (reason === undefined) for (const listener of accept) Reflect.apply(listener, server, [socket])
    else {
      onRefusal({ reason, client: socket.remoteAddress ?? '' })
      socket.destroy()
    }
  })
}

const contextOf = ({ certificate, privateKey, caCertificate }: PemSet) => ({
  cert: certificate,
  key: privateKey,
  ca: caCertificate,
  minVersion: 'TLSv1.2' as const,
})

/** Binds `host:port`, and gives the port. Rejects with a sentence when it can't. */
export const listen = (server: Server, address: string): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  // Not once: a connection that can't be accepted later, for want of file descriptors, is no reason to end.
  server.on('error', error => reject(new Error(`can't serve on ${address}: ${error.message}`, { cause: error })))
  server.listen(placeOf(address), () => {
    const bound = server.address()
    resolve(typeof bound === 'object' ? (bound?.port ?? 0) : 0)
  })
  return promise
}

/**
 * Takes no further connections; resolves when those that are open have ended. Not the server's own `close`, which also closes their
 * sessions: when those end is for us to say.
 */
export const stopListening = (server: Server): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  Server.prototype.close.call(server, () => resolve())
  return promise
}
