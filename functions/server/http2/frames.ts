import { Flag, FrameType, type ErrorCode } from './codes.ts'
import { frameHeaderBytes, maxFrameSize } from './frame-reader.ts'

/** Writes the header of a frame, and says where its payload goes. */
export const writeFrameHeader = (
  target: Buffer,
  at: number,
  length: number,
  type: number,
  flags: number,
  stream: number,
): number => {
  target.writeUInt32BE(((length << 8) | type) >>> 0, at)
  target.writeUInt8(flags, at + 4)
  target.writeUInt32BE(stream, at + 5)
  return at + frameHeaderBytes
}

/** A whole frame. */
export const frame = (type: number, flags: number, stream: number, payload: Buffer): Buffer => {
  const bytes = Buffer.allocUnsafe(frameHeaderBytes + payload.length)
  payload.copy(bytes, writeFrameHeader(bytes, 0, payload.length, type, flags, stream))
  return bytes
}

const numbers = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.allocUnsafe(4 * values.length)
  values.forEach((value, index) => bytes.writeUInt32BE(value, 4 * index))
  return bytes
}

export const settingsFrame = (settings: Readonly<Record<number, number>>): Buffer => {
  const entries = Object.entries(settings)
  const payload = Buffer.allocUnsafe(6 * entries.length)
  for (const [index, [identifier, value]] of entries.entries()) {
    payload.writeUInt16BE(Number(identifier), 6 * index)
    payload.writeUInt32BE(value, 6 * index + 2)
  }
  return frame(FrameType.settings, 0, 0, payload)
}

export const settingsAck = frame(FrameType.settings, Flag.ack, 0, Buffer.alloc(0))

/** Of a stream, or with 0 of the connection. */
export const windowUpdateFrame = (stream: number, increment: number): Buffer =>
  frame(FrameType.windowUpdate, 0, stream, numbers(increment))

export const resetStreamFrame = (stream: number, code: ErrorCode): Buffer =>
  frame(FrameType.resetStream, 0, stream, numbers(code))

/** `payload`: eight bytes, which come back. */
export const pingFrame = (payload: Buffer, ack: boolean): Buffer =>
  frame(FrameType.ping, ack ? Flag.ack : 0, 0, payload)

/** Streams beyond the last are not worked on. */
export const goAwayFrame = (lastStream: number, code: ErrorCode, words = ''): Buffer =>
  frame(FrameType.goAway, 0, 0, Buffer.concat([numbers(lastStream, code), Buffer.from(words)]))

/** How many bytes a block of headers takes in frames. */
export const headerFramesBytes = (block: Buffer): number =>
  block.length + frameHeaderBytes * Math.max(1, Math.ceil(block.length / maxFrameSize))

/** Writes a block of headers as HEADERS, and what does not fit into one frame as CONTINUATION; says where the next frame goes. */
export const writeHeaderFrames = (
  target: Buffer,
  start: number,
  block: Buffer,
  { stream, end }: { readonly stream: number; readonly end: boolean },
): number => {
  let [at, from] = [start, 0]
  do {
    const length = Math.min(maxFrameSize, block.length - from)
    const first = from === 0
    const flags = (first && end ? Flag.endStream : 0) | (from + length === block.length ? Flag.endHeaders : 0)
    at = writeFrameHeader(target, at, length, first ? FrameType.headers : FrameType.continuation, flags, stream)
    at += block.copy(target, at, from, from + length)
    from += length
  } while (from < block.length)
  return at
}
