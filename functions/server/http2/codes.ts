/** What frames are called on the wire: https://www.rfc-editor.org/rfc/rfc9113#section-6 */
export const FrameType = {
  data: 0,
  headers: 1,
  priority: 2,
  resetStream: 3,
  settings: 4,
  pushPromise: 5,
  ping: 6,
  goAway: 7,
  windowUpdate: 8,
  continuation: 9,
} as const

/** A bit may mean something else on another type of frame. */
export const Flag = { endStream: 1, ack: 1, endHeaders: 4, padded: 8, priority: 32 } as const

/** https://www.rfc-editor.org/rfc/rfc9113#section-6.5.2 */
export const Setting = {
  maxConcurrentStreams: 3,
  initialWindowSize: 4,
  maxFrameSize: 5,
  maxHeaderListSize: 6,
  enablePush: 2,
} as const

/** Why a stream or a connection ends: https://www.rfc-editor.org/rfc/rfc9113#section-7 */
export const ErrorCode = {
  noError: 0,
  protocolError: 1,
  internalError: 2,
  flowControlError: 3,
  streamClosed: 5,
  frameSizeError: 6,
  refusedStream: 7,
  compressionError: 9,
  enhanceYourCalm: 11,
} as const

export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode]

class CodedError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** Thrown by whoever reads what a client has sent: its connection can't go on. The words go to the client in GOAWAY. */
export class ConnectionError extends CodedError {
  override readonly name = 'ConnectionError'
}

/** Thrown for what ends one stream and leaves the others as they are. */
export class StreamError extends CodedError {
  override readonly name = 'StreamError'
}
