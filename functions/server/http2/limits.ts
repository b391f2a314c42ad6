import type { Rate } from './patience.ts'

/** What a connection may do. All but the last two is told to the client when it connects. */
export interface Limits {
  /** Bytes of a request that a client may send before we have taken any. */
  readonly streamWindow: number
  /** The same of all its requests together. */
  readonly connectionWindow: number
  /** Requests at once. */
  readonly maxStreams: number
  /** Bytes of a request's headers, each with 32 more. */
  readonly maxHeaders: number
  /** How often it may do what costs the server more than the client, above all cancel what it has just begun. */
  readonly nuisances: Rate
  /** Pings since the last request. */
  readonly maxIdlePings: number
}
