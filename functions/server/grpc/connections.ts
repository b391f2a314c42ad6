import { constants, type Http2Session, type Http2SecureServer, type Http2Server } from 'node:http2'
import type { Socket } from 'node:net'
import { ageGrace, connectionWindow, maxIdlePings } from './limits.ts'

interface Options {
  /** Seconds. */
  readonly maxAge: number
  /** A session takes no further calls: what would keep it open for ever has to end. */
  readonly onRetire: (session: Http2Session) => void
}

/** The connections that are open. */
export interface Connections {
  /** Tells every client to go elsewhere; calls that were accepted are answered. A client repeats those that were not. */
  readonly retire: () => void
  /** Cuts off whoever is left. */
  readonly destroy: () => void
}

/** Bounds the age of connections and what they may do, and ends them. */
export const keepConnections = (
  server: Http2Server | Http2SecureServer,
  { maxAge, onRetire }: Options,
): Connections => {
  const sessions = new Set<Http2Session>()
  const sockets = new Set<Socket>()
  const retire = (session: Http2Session): void => {
    onRetire(session)
    // GOAWAY with the last call that is answered: clients know which of theirs to repeat elsewhere.
    session.close()
  }
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    // Whatever became of its session: a client may keep its half of a closed connection open.
    const timer = after(maxAge * 1000 * (1 + jitter) + ageGrace, () => socket.destroy())
    socket.once('close', () => {
      clearTimeout(timer)
      sockets.delete(socket)
    })
  })
  server.on('session', session => {
    sessions.add(session)
    session.setLocalWindowSize(connectionWindow)
    countPings(session)
    // Not all replicas' clients at the same moment, as grpc-go has it.
    const age = maxAge * 1000 * (1 - jitter + 2 * jitter * Math.random())
    const timer = after(age, () => retire(session))
    session.once('close', () => {
      clearTimeout(timer)
      sessions.delete(session)
    })
  })
  return {
    retire: () => sessions.forEach(retire),
    destroy: () => {
      for (const session of sessions) session.destroy()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Share of the age by which connections differ. */
const jitter = 0.1

/** Milliseconds; setTimeout takes at most 2^31 - 1, which is 24 days. */
const after = (milliseconds: number, work: () => void): NodeJS.Timeout =>
  setTimeout(work, Math.min(milliseconds, 2 ** 31 - 1)).unref()

/** A client that does nothing but ping is sent away. */
const countPings = (session: Http2Session): void => {
  let pings = 0
  session.on('stream', () => {
    pings = 0
  })
  session.on('ping', () => {
    pings += 1
    if (pings <= maxIdlePings || session.destroyed) return
    // The words are what grpc-go slows down at.
    session.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM, 0, Buffer.from('too_many_pings'))
    session.destroy()
  })
}
