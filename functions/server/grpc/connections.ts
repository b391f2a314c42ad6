import type { Socket } from 'node:net'
import { Connection } from '../http2/connection.ts'
import type { OnStream, StreamOwner } from '../http2/stream.ts'
import { ageGrace, limits } from './limits.ts'

interface Options {
  readonly onStream: OnStream
  /** Seconds. */
  readonly maxAge: number
  /** A connection takes no further calls: what would keep it open for ever has to end. */
  readonly onRetire: (connection: StreamOwner) => void
}

/** The connections that are open. */
export interface Connections {
  /** Bounds the age of a socket, whatever becomes of it: a client may keep its half of a closed connection open. */
  readonly accept: (socket: Socket) => void
  /** Has a client heard, over HTTP/2. */
  readonly hear: (socket: Socket) => void
  /** Tells every client to go elsewhere; calls that were accepted are answered. A client repeats those that were not. */
  readonly retire: () => void
  /** Cuts off whoever is left. */
  readonly destroy: () => void
}

/** Bounds the age of connections and what they may do, and ends them. */
export const keepConnections = ({ onStream, maxAge, onRetire }: Options): Connections => {
  const connections = new Set<Connection>()
  const sockets = new Set<Socket>()
  const retire = (connection: Connection): void => {
    onRetire(connection.requests)
    connection.retire()
  }
  const accept = (socket: Socket): void => {
    const end = after(maxAge * 1000 * (1 + jitter) + ageGrace, () => socket.destroy())
    whileOpen(socket, sockets, socket, end)
  }
  const hear = (socket: Socket): void => {
    const connection = new Connection(socket, onStream, limits)
    // Not all replicas' clients at the same moment, as grpc-go has it.
    const age = maxAge * 1000 * (1 - jitter + 2 * jitter * Math.random())
    const end = after(age, () => retire(connection))
    whileOpen(socket, connections, connection, end)
  }
  return {
    accept,
    hear,
    retire: () => connections.forEach(retire),
    destroy: () => sockets.forEach(socket => socket.destroy()),
  }
}

/** Share of the age by which connections differ. */
const jitter = 0.1

/** Keeps something, and the timer of its end, for as long as its socket is open. */
const whileOpen = <Kept>(socket: Socket, kept: Set<Kept>, it: Kept, end: NodeJS.Timeout): void => {
  kept.add(it)
  socket.once('close', () => {
    clearTimeout(end)
    kept.delete(it)
  })
}

/** Milliseconds; setTimeout takes at most 2^31 - 1, which is 24 days. */
const after = (milliseconds: number, work: () => void): NodeJS.Timeout =>
  setTimeout(work, Math.min(milliseconds, 2 ** 31 - 1)).unref()
