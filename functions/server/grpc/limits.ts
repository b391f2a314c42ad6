import type { Limits } from '../http2/limits.ts'

const kib = 2 ** 10
const mib = 2 ** 20

/** What protects the server from a client that is broken. It holds a certificate of Crossplane's authority, so none is a stranger. */
export const limits: Limits = {
  /**
   * A claim of 200 resources is 1 MB: with HTTP/2's 64 KiB it would wait for us 16 times on its way. What is beyond is not refused, it
   * waits.
   */
  streamWindow: 8 * mib,
  /** Twice what one may have, or one large request would hold up the others. */
  connectionWindow: 16 * mib,
  /**
   * The client holds back what is beyond. Work is synchronous, so more would gain nothing, and each holds its request in memory. Core
   * has 100 workers per kind of claim.
   */
  maxStreams: 256,
  /** gRPC advises 8 KiB; tracing and a mesh add theirs. */
  maxHeaders: 16 * kib,
  /**
   * Calls that a client may cancel, above all: this many at once, and so many per second after it; beyond, the connection is closed
   * (“rapid reset”, CVE-2023-44487). Core cancels at most what it has open, 256, when it stops or its reconciles time out.
   */
  nuisances: { burst: 1000, perSecond: 100 },
  /**
   * grpc-go sends one in ten seconds at most to stay alive, and those that measure a connection go along with calls. Beyond, the
   * connection is closed.
   */
  maxIdlePings: 1000,
}

/** Milliseconds for a client to prove who it is; grpc-go's and Node's 120 s keep a socket for a port scanner. */
export const handshakeTimeout = 20_000

/**
 * Milliseconds that calls get to end once their connection is too old; then it is cut. Ours take milliseconds: whoever is still there
 * has vanished. So no pings of our own are needed to find out, and none are sent.
 */
export const ageGrace = 30_000
