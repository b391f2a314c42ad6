import type { Socket } from 'node:net'
import { giveBack, take } from '../buffers.ts'
import { ConnectionError, ErrorCode, FrameType, StreamError } from './codes.ts'
import { frameHeaderBytes, maxFrameSize } from './frame-reader.ts'
import { headerFramesBytes, writeFrameHeader, writeHeaderFrames } from './frames.ts'
import type { Stream } from './stream.ts'

/** Of a stream and of a connection, until the client says otherwise: https://www.rfc-editor.org/rfc/rfc9113#section-6.9.2 */
export const firstWindow = 65_535
const largestWindow = 2 ** 31 - 1

/**
 * Bytes of answers that the system has not taken yet: more would only lie in our memory, and Node would copy what waits there into one
 * piece.
 */
const mostUnwritten = 65_536

/** What one connection sends: as much of each answer as the client takes, the rest when it takes more. */
export class Outgoing {
  readonly #socket: Socket
  /** Answers that wait for the client, in the order in which they began to. */
  readonly #waiting = new Set<Stream>()
  #maySend = firstWindow
  #unwritten = 0
  /** Frames that go with what is sent next, or when all that has come is looked at. */
  #held: Buffer[] | undefined

  constructor(socket: Socket) {
    this.#socket = socket
  }

  /** Has small frames wait while the work is done: what is answered to all that has come is one write, if it can be. */
  hold<Done>(work: () => Done): Done {
    const held: Buffer[] = (this.#held = [])
    try {
      return work()
    } finally {
      this.#held = undefined
      if (held.length > 0) this.write(Buffer.concat(held))
    }
  }

  get holds(): boolean {
    return this.#held !== undefined
  }

  write(bytes: Buffer): void {
    if (this.#held) this.#held.push(bytes)
    else if (this.#socket.writable) this.#socket.write(bytes)
  }

  /** Sends what may be sent of an answer, in one piece: TLS would put several into one anyway, in memory of its own. */
  pump(stream: Stream): void {
    if (this.#unwritten > mostUnwritten) {
      this.#waiting.add(stream)
      return
    }
    const { head, last, id } = stream
    const data = Math.max(0, Math.min(stream.pending, stream.maySend, this.#maySend))
    const all = data === stream.pending
    const trailers = all ? last : undefined
    if (all) this.#waiting.delete(stream)
    else this.#waiting.add(stream)
    const held = this.#held ?? []
    const size =
      held.reduce((sum, { length }) => sum + length, 0) +
      (head ? headerFramesBytes(head) : 0) +
      data +
      frameHeaderBytes * Math.ceil(data / maxFrameSize) +
      (trailers ? headerFramesBytes(trailers) : 0)
    if (size === 0) return
    const slab = take(size)
    const bytes = slab.subarray(0, size)
    let at = 0
    for (const frames of held) at += frames.copy(bytes, at)
    held.length = 0
    if (head) {
      at = writeHeaderFrames(bytes, at, head, { stream: id, end: stream.headEnds })
      stream.head = undefined
    }
    for (let left = data; left > 0; left -= maxFrameSize) {
      const length = Math.min(left, maxFrameSize)
      at = writeFrameHeader(bytes, at, length, FrameType.data, 0, id)
      at = takeData(stream, bytes, at, length)
    }
    stream.maySend -= data
    this.#maySend -= data
    if (trailers) writeHeaderFrames(bytes, at, trailers, { stream: id, end: true })
    this.#writeSlab(bytes, slab)
    if (trailers || stream.headEnds) stream.owner.answered(stream)
  }

  /** The client takes more of a stream. */
  widen(stream: Stream, increment: number): void {
    if (increment === 0) throw new StreamError(ErrorCode.protocolError, noIncrement)
    stream.maySend += increment
    if (stream.maySend > largestWindow) throw new StreamError(ErrorCode.flowControlError, tooWide)
    if (this.#waiting.has(stream)) this.pump(stream)
  }

  /** The client takes more, of whichever stream. */
  widenAll(increment: number): void {
    if (increment === 0) throw new ConnectionError(ErrorCode.protocolError, noIncrement)
    this.#maySend += increment
    if (this.#maySend > largestWindow) throw new ConnectionError(ErrorCode.flowControlError, tooWide)
    this.#pumpAll()
  }

  /** The client takes so much more of each of them, or less. */
  widenEach(streams: Iterable<Stream>, difference: number): void {
    for (const stream of streams) {
      stream.maySend += difference
      if (stream.maySend > largestWindow) throw new ConnectionError(ErrorCode.flowControlError, tooWide)
    }
    this.#pumpAll()
  }

  /** Nothing is sent on it any more. */
  forget(stream: Stream): void {
    this.#waiting.delete(stream)
  }

  /** `slab`: what the bytes lie in. */
  #writeSlab(bytes: Buffer, slab: Buffer): void {
    if (!this.#socket.writable) return
    this.#unwritten += bytes.length
    this.#socket.write(bytes, () => {
      giveBack(slab)
      this.#unwritten -= bytes.length
      this.#pumpAll()
    })
  }

  #pumpAll(): void {
    // Whoever still waits keeps its place.
    for (const stream of this.#waiting) if (this.#unwritten <= mostUnwritten) this.pump(stream)
  }
}

const noIncrement = 'a window that is widened by nothing'
const tooWide = 'a window beyond 2^31 - 1'

/** Moves the next bytes of an answer into a frame. */
const takeData = (stream: Stream, target: Buffer, start: number, length: number): number => {
  const { pieces } = stream
  const end = start + length
  let at = start
  while (at < end) {
    const [piece] = pieces
    if (!piece) break
    const copied = piece.copy(target, at, 0, end - at)
    at += copied
    if (copied === piece.length) pieces.shift()
    else pieces[0] = piece.subarray(copied)
  }
  stream.pending -= length
  return end
}
