import { ConnectionError, ErrorCode, Flag, FrameType } from './codes.ts'

/** Bytes in front of a frame: its length in three, type, flags, and stream. */
export const frameHeaderBytes = 9

/** Bytes that a frame may hold: what every client begins with, and we don't ask for more. */
export const maxFrameSize = 16_384

/** Who is given what has been read. Each may throw, and nothing further is read then. */
export interface FrameHandler {
  /** A part of a DATA frame, as it arrives. `length` counts for flow control, and may be more: padding. `end`: of the request. */
  readonly data: (stream: number, bytes: Buffer, length: number, end: boolean) => void
  /** A whole frame of another type. */
  readonly frame: (type: number, flags: number, stream: number, payload: Buffer) => void
}

const empty = Buffer.alloc(0)

/**
 * Finds the frames in what comes from a socket. Data is passed on as it lies there; only other frames, which are small, are put
 * together first. Throws a `ConnectionError`: https://www.rfc-editor.org/rfc/rfc9113#section-4
 */
export class FrameReader {
  readonly #handler: FrameHandler
  readonly #header = Buffer.alloc(frameHeaderBytes)
  #headerBytes = 0
  #type = 0
  #flags = 0
  #stream = 0
  /** Bytes of the frame that are still to come. */
  #left = 0
  /** The frame, where it has to be whole. */
  #whole: Buffer | undefined

  constructor(handler: FrameHandler) {
    this.#handler = handler
  }

  push(chunk: Buffer): void {
    let at = 0
    while (at < chunk.length) at = this.#left > 0 ? this.#payload(chunk, at) : this.#begin(chunk, at)
  }

  #begin(chunk: Buffer, at: number): number {
    if (this.#headerBytes === 0 && chunk.length - at >= frameHeaderBytes) {
      this.#open(chunk, at)
      return at + frameHeaderBytes
    }
    const copied = chunk.copy(this.#header, this.#headerBytes, at, at + frameHeaderBytes - this.#headerBytes)
    this.#headerBytes += copied
    if (this.#headerBytes === frameHeaderBytes) {
      this.#headerBytes = 0
      this.#open(this.#header, 0)
    }
    return at + copied
  }

  #open(bytes: Buffer, at: number): void {
    const lengthAndType = bytes.readUInt32BE(at)
    const length = lengthAndType >>> 8
    this.#type = lengthAndType & 0xff
    this.#flags = bytes.readUInt8(at + 4)
    this.#stream = bytes.readUInt32BE(at + 5) & 0x7fff_ffff
    if (length > maxFrameSize)
      throw new ConnectionError(
        ErrorCode.frameSizeError,
        `a frame of ${length} bytes, where ${maxFrameSize} are allowed`,
      )
    this.#left = length
    if (length === 0) this.#deliver(empty)
  }

  #payload(chunk: Buffer, at: number): number {
    const end = Math.min(chunk.length, at + this.#left)
    if (this.#type === FrameType.data && (this.#flags & Flag.padded) === 0) {
      this.#left -= end - at
      this.#handler.data(this.#stream, chunk.subarray(at, end), end - at, this.#left === 0 && this.#endsStream)
    } else this.#gather(chunk.subarray(at, end))
    return end
  }

  #gather(part: Buffer): void {
    if (!this.#whole && part.length === this.#left) {
      this.#left = 0
      this.#deliver(part)
      return
    }
    const whole = (this.#whole ??= Buffer.alloc(this.#left))
    // What is left to come belongs at the end.
    part.copy(whole, whole.length - this.#left)
    this.#left -= part.length
    if (this.#left > 0) return
    this.#whole = undefined
    this.#deliver(whole)
  }

  #deliver(payload: Buffer): void {
    if (this.#type === FrameType.data) {
      const bytes = (this.#flags & Flag.padded) === 0 ? payload : unpadded(payload)
      this.#handler.data(this.#stream, bytes, payload.length, this.#endsStream)
    } else this.#handler.frame(this.#type, this.#flags, this.#stream, payload)
  }

  get #endsStream(): boolean {
    return (this.#flags & Flag.endStream) !== 0
  }
}

/** What is in a padded frame. Throws a `ConnectionError` where there is more padding than frame. */
export const unpadded = (payload: Buffer): Buffer => {
  const [padding = maxFrameSize] = payload
  if (padding >= payload.length)
    throw new ConnectionError(ErrorCode.protocolError, 'the padding of a frame is longer than the frame')
  return payload.subarray(1, payload.length - padding)
}
