import { createSecureServer, createServer, type Http2SecureServer, type Http2Server } from 'node:http2'
import { Server } from 'node:net'
import { placeOf } from '../address.ts'
import type { Credentials, PemSet } from '../certificates.ts'
import { handshakeTimeout, sessionOptions } from './limits.ts'

/** A server that does not listen yet: with mutual TLS, or in plain text where there are no credentials. */
export const createHttp2Server = (credentials: Credentials): Http2Server | Http2SecureServer => {
  if (!credentials) return createServer(sessionOptions)
  const server = createSecureServer({
    ...sessionOptions,
    ...contextOf(credentials.current()),
    handshakeTimeout,
    // Whoever shows no certificate of the authority is not heard.
    requestCert: true,
    rejectUnauthorized: true,
  })
  // Connections that are open stay as they are; they end by their age.
  const stopFollowing = credentials.onChange(set => server.setSecureContext(contextOf(set)))
  server.once('close', stopFollowing)
  return server
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
