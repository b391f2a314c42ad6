import type { ServerOptions, Settings } from 'node:http2'

const kib = 2 ** 10
const mib = 2 ** 20

/** What is told to every client when it connects. */
const settings: Settings = {
  /**
   * Bytes of a request that a client may send before we have taken any. A claim of 200 resources is 1 MB: with HTTP/2's 64 KiB it
   * would wait for us 16 times on its way. What is beyond is not refused, it waits.
   */
  initialWindowSize: 8 * mib,
  /**
   * Calls at once over one connection; the client holds back what is beyond. Work is synchronous, so more would gain nothing, and
   * each holds its request in memory. Core has 100 workers per kind of claim.
   */
  maxConcurrentStreams: 256,
  /** Bytes of a call's headers. gRPC advises 8 KiB; tracing and a mesh add theirs. */
  maxHeaderListSize: 16 * kib,
  /** The server pushes nothing. */
  enablePush: false,
}

/** Bytes in transit over one connection, of all its calls. Twice what one may have, or one large request would hold up the others. */
export const connectionWindow = 16 * mib

/** What protects the server from a client that is broken. It holds a certificate of Crossplane's authority, so none is a stranger. */
export const sessionOptions: ServerOptions = {
  settings,
  /**
   * Megabytes that answers on their way, and headers, may take on one connection before Node refuses further calls. Its 10 would be
   * reached by three answers of 4 MB; refused with ENHANCE_YOUR_CALM, which a client takes for a failed call.
   */
  maxSessionMemory: 1024,
  /**
   * Calls that a client may cancel: this many at once, and so many per second after it; beyond, the connection is closed (“rapid
   * reset”, CVE-2023-44487). Core cancels at most what it has open, 256, when it stops or its reconciles time out.
   */
  streamResetBurst: 1000,
  streamResetRate: 100,
  /** Frames that make no sense and are ignored, before the connection is closed. Node's own 1000 is for browsers. */
  maxSessionInvalidFrames: 100,
}

/**
 * Pings since the last call, before the connection is closed. grpc-go sends one in ten seconds at most to stay alive, and those that
 * measure a connection go along with calls. They are answered by Node.
 */
export const maxIdlePings = 1000

/** Milliseconds for a client to prove who it is; grpc-go's and Node's 120 s keep a socket for a port scanner. */
export const handshakeTimeout = 20_000

/**
 * Milliseconds that calls get to end once their connection is too old; then it is cut. Ours take milliseconds: whoever is still there
 * has vanished. So no pings of our own are needed to find out, and none are sent.
 */
export const ageGrace = 30_000
