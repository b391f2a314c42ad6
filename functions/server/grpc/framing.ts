import { Code, StatusError } from './status.ts'

/** One byte that says whether the message is compressed, and its length in four. */
export const prefixBytes = 5

/** One message of a call, as it was sent. */
export interface Framed {
  readonly compressed: boolean
  readonly bytes: Buffer
}

/** Takes the one message of a unary call as it arrives. Both throw a `StatusError`. */
export interface Incoming {
  /** Refuses a message that is too large as soon as its length is known, before it is held. */
  readonly push: (chunk: Buffer) => void
  /** The message, once the client has sent all that it wants to. What came in one chunk is not copied. */
  readonly message: () => Framed
}

/** `maxReceive` is in bytes. DATA frames may split a message, and its prefix too, at any byte. */
export const createIncoming = (maxReceive: number): Incoming => {
  let chunks: Buffer[] = []
  let received = 0
  /** Of the message with its prefix. */
  let expected = Infinity
  return {
    push: chunk => {
      chunks.push(chunk)
      received += chunk.length
      if (expected === Infinity && received >= prefixBytes) {
        const start = join(chunks, received)
        chunks = [start]
        expected = prefixBytes + lengthIn(start, maxReceive)
      }
      if (received > expected) throw new StatusError(Code.internal, 'more than one message, where one is expected')
    },
    message: () => {
      if (received === 0) throw new StatusError(Code.internal, 'no message, where one is expected')
      if (received < expected) throw new StatusError(Code.internal, 'the request ends within its message')
      const all = join(chunks, received)
      return { compressed: all[0] === 1, bytes: all.subarray(prefixBytes) }
    },
  }
}

const lengthIn = (start: Buffer, maxReceive: number): number => {
  const [flag = 0] = start
  if (flag > 1) throw new StatusError(Code.internal, `a message starts with ${flag}, where 0 or 1 is expected`)
  const length = start.readUInt32BE(1)
  if (length > maxReceive) throw tooLarge(`message larger than max (${length} vs. ${maxReceive} bytes)`)
  return length
}

/** As grpc-go says it, and what to do about it. */
export const tooLarge = (what: string): StatusError =>
  new StatusError(Code.resourceExhausted, `received ${what}; --max-recv-message-size raises it`)

const join = (chunks: readonly Buffer[], length: number): Buffer => {
  const [first] = chunks
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks, length)
}

/**
 * A message with its prefix, uncompressed, in one buffer: so it is one write. The one place that copies an answer; an encoder that
 * leaves room for the prefix would make it needless.
 */
export const frame = (message: Buffer): Buffer => {
  const framed = Buffer.allocUnsafe(prefixBytes + message.length)
  framed[0] = 0
  framed.writeUInt32BE(message.length, 1)
  message.copy(framed, prefixBytes)
  return framed
}
