import type { Socket } from 'node:net'
import { ConnectionError, ErrorCode, FrameType, StreamError } from './codes.ts'
import { frameHeaderBytes, maxFrameSize } from './frame-reader.ts'
import { headerFramesBytes, writeFrameHeader, writeHeaderFrames } from './frames.ts'
import { giveBack, take } from '../buffers.ts'
import type { Stream } from './stream.ts'

/** Of a stream and of a connection, until the client says otherwise: https://www.rfc-editor.org/rfc/rfc9113#section-6.9.2 */
export const firstWindow = 65_535
const largestWindow = 2 ** 31 - 1

/** What one connection sends: as much of each answer as the client takes, the rest when it takes more. */
export class Outgoing {
  readonly #socket: Socket
  /** Answers that wait for the client, in the order in which they began to. */
  readonly #waiting = new Set<Stream>()
  #maySend = firstWindow

  constructor(socket: Socket) {
    this.#socket = socket
  }

  write(bytes: Buffer): void {
    if (this.#socket.writable) this.#socket.write(bytes)
  }

  /** Sends what may be sent of an answer, in one piece: each write of its own costs a hundredth of a call. */
  pump(stream: Stream): void {
    const { head, last, id } = stream
    const data = Math.max(0, Math.min(stream.pending, stream.maySend, this.#maySend))
    const all = data === stream.pending
    const trailers = all ? last : undefined
    if (all) this.#waiting.delete(stream)
    else this.#waiting.add(stream)
    const size =
      (head ? headerFramesBytes(head) : 0) +
      data +
      frameHeaderBytes * Math.ceil(data / maxFrameSize) +
      (trailers ? headerFramesBytes(trailers) : 0)
    if (size === 0) return
    const slab = take(size)
    const bytes = slab.subarray(0, size)
    let at = 0
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
    if (this.#socket.writable) this.#socket.write(bytes, () => giveBack(slab))
    if (trailers || stream.headEnds) stream.answered()
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

  #pumpAll(): void {
    // Whoever still waits keeps its place.
    for (const stream of this.#waiting) if (this.#maySend > 0) this.pump(stream)
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
