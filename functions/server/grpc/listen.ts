import { createServer as createPlainServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TLSSocket } from 'node:tls'
import { placeOf } from '../address.ts'
import type { Credentials, PemSet } from '../certificates.ts'
import { refusalOf } from '../client-certificates.ts'
import { handshakeTimeout } from './limits.ts'

/** A client that is not heard. */
export interface Refused {
  readonly reason: string
  /** Its address. */
  readonly client: string
}
export type OnRefusal = (refused: Refused) => void

/** Who talks with a client. */
export type Hear = (socket: Socket) => void

/** A server that does not listen yet: with mutual TLS, or in plain text where there are no credentials. */
export const createServer = (credentials: Credentials, hear: Hear, onRefusal: OnRefusal = () => undefined): Server => {
  if (!credentials) return createPlainServer(hear)
  let { authorities } = credentials.current()
  const server = createTlsServer(
    {
      ...contextOf(credentials.current()),
      ALPNProtocols: [http2],
      handshakeTimeout,
      requestCert: true,
      // Not by OpenSSL, which would refuse Crossplane itself.
      rejectUnauthorized: false,
    },
    // A connection becomes one of HTTP/2 only once its client is known: whoever is not is cut off, and was heard by nobody.
    socket => {
      const reason = refusalOf(socket, authorities) ?? protocolRefusal(socket)
      if (reason === undefined) hear(socket)
      else {
        onRefusal({ reason, client: socket.remoteAddress ?? '' })
        socket.destroy()
      }
    },
  )
  // Connections that are open stay as they are; they end by their age.
  const stopFollowing = credentials.onChange(set => {
    server.setSecureContext(contextOf(set))
    authorities = set.authorities
  })
  server.once('close', stopFollowing)
  return server
}

const http2 = 'h2'

/** Whoever offers other protocols has been told by TLS; it lets through who offers none. */
const protocolRefusal = ({ alpnProtocol }: TLSSocket): string | undefined =>
  alpnProtocol === http2 ? undefined : 'it does not ask for HTTP/2'

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

/** Takes no further connections; resolves when those that are open have ended: when they do is for us to say. */
export const stopListening = (server: Server): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  return promise
}
