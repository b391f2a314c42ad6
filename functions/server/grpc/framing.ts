import { giveBack, take } from '../buffers.ts'
import { Code, StatusError } from './status.ts'

/** One byte that says whether the message is compressed, and its length in four. */
export const prefixBytes = 5

/** One message of a call, as it was sent. */
export interface Framed {
  readonly compressed: boolean
  readonly bytes: Buffer
}

/** Takes the one message of a unary call as it arrives. Throws a `StatusError`. */
export interface Incoming {
  /** Refuses a message that is too large as soon as its length is known, before it is held. */
  readonly push: (chunk: Buffer) => void
  /** The message, once the client has sent all that it wants to. */
  readonly message: () => Framed
  /** Nobody looks at the message any more: its memory is the next one's. */
  readonly done: () => void
}

/** `maxReceive` is in bytes. DATA frames may split a message, and its prefix too, at any byte. */
export const createIncoming = (maxReceive: number): Incoming => {
  /** What has come of the prefix, where it did not come whole. */
  let begun: Buffer = empty
  let compressed = false
  /** With the prefix. */
  let received = 0
  let length = Infinity
  let taken: Buffer | undefined
  return {
    push: chunk => {
      const start = Math.min(chunk.length, Math.max(0, prefixBytes - received))
      if (start > 0) {
        const prefix = received === 0 ? chunk : Buffer.concat([begun, chunk.subarray(0, start)])
        if (received + start < prefixBytes) begun = Buffer.from(prefix)
        else {
          length = lengthIn(prefix, maxReceive)
          compressed = prefix[0] === 1
          if (length > 0) taken = take(length)
        }
      }
      const before = received - prefixBytes + start
      received += chunk.length
      if (received - prefixBytes > length)
        throw new StatusError(Code.internal, 'more than one message, where one is expected')
      if (taken) chunk.copy(taken, before, start)
    },
    message: () => {
      if (received === 0) throw new StatusError(Code.internal, 'no message, where one is expected')
      if (received < prefixBytes + length) throw new StatusError(Code.internal, 'the request ends within its message')
      return { compressed, bytes: taken ? taken.subarray(0, length) : empty }
    },
    done: () => {
      if (taken) giveBack(taken)
      taken = undefined
    },
  }
}

const empty = Buffer.alloc(0)

const lengthIn = (prefix: Buffer, maxReceive: number): number => {
  const [flag = 0] = prefix
  if (flag > 1) throw new StatusError(Code.internal, `a message starts with ${flag}, where 0 or 1 is expected`)
  const length = prefix.readUInt32BE(1)
  if (length > maxReceive) throw tooLarge(`message larger than max (${length} vs. ${maxReceive} bytes)`)
  return length
}

/** As grpc-go says it, and what to do about it. */
export const tooLarge = (what: string): StatusError =>
  new StatusError(Code.resourceExhausted, `received ${what}; --max-recv-message-size raises it`)

/**
 * A message that is not compressed, in as many pieces. The first one, which is small where there are several, is copied behind the
 * prefix: each piece that is written costs a hundredth of a call.
 */
export const withPrefix = (message: readonly Buffer[]): readonly Buffer[] => {
  const [first = empty, ...rest] = message
  const prefixed = Buffer.allocUnsafe(prefixBytes + first.length)
  prefixed[0] = 0
  prefixed.writeUInt32BE(
    message.reduce((sum, { length }) => sum + length, 0),
    1,
  )
  first.copy(prefixed, prefixBytes)
  return [prefixed, ...rest]
}
