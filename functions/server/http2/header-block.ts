import { ConnectionError, ErrorCode, Flag, FrameType } from './codes.ts'
import { unpadded } from './frame-reader.ts'

/** What HEADERS, and the CONTINUATION frames behind it, came to. */
export interface HeaderBlock {
  readonly stream: number
  readonly end: boolean
  /** The stream that it says it depends on. */
  readonly dependsOn: number | undefined
  readonly bytes: Buffer
}

/** Bytes of it before they are decoded, and frames: whoever sends more, of whatever size, has no request in mind. */
const [mostBytes, mostFrames] = [65_536, 16]

/** Puts blocks of headers together. Throws a `ConnectionError`: https://www.rfc-editor.org/rfc/rfc9113#section-6.2 */
export class HeaderBlocks {
  /** A block that more has to come of, and what has come of it behind its first frame. */
  #begun: HeaderBlock | undefined
  #parts: Buffer[] = []
  #bytes = 0

  /** Nothing else may come before the block is whole. */
  get incomplete(): boolean {
    return this.#begun !== undefined
  }

  /** The block that ends with this frame, if one does. */
  add(type: number, flags: number, stream: number, payload: Buffer): HeaderBlock | undefined {
    const last = (flags & Flag.endHeaders) !== 0
    if (type === FrameType.headers) {
      const block = begin(flags, stream, payload)
      if (last) return block
      this.#begun = { ...block, bytes: kept(block.bytes) }
      return undefined
    }
    const begun = this.#begun
    if (begun?.stream !== stream) throw unexpected()
    this.#parts.push(kept(payload))
    this.#bytes += payload.length
    if (this.#bytes > mostBytes || this.#parts.length > mostFrames)
      throw new ConnectionError(ErrorCode.enhanceYourCalm, 'headers without end')
    if (!last) return undefined
    const bytes = Buffer.concat([begun.bytes, ...this.#parts])
    this.#begun = undefined
    this.#parts = []
    this.#bytes = 0
    return { ...begun, bytes }
  }
}

/** What lies in memory of the socket's is gone when the next is read. */
const kept = (bytes: Buffer): Buffer => Buffer.from(bytes)

export const unexpected = (): ConnectionError =>
  new ConnectionError(ErrorCode.protocolError, 'a frame that does not belong here')

const begin = (flags: number, stream: number, payload: Buffer): HeaderBlock => {
  const bytes = (flags & Flag.padded) === 0 ? payload : unpadded(payload)
  const end = (flags & Flag.endStream) !== 0
  if ((flags & Flag.priority) === 0) return { stream, end, dependsOn: undefined, bytes }
  if (bytes.length < priorityBytes) throw new ConnectionError(ErrorCode.frameSizeError, 'headers that are cut off')
  return { stream, end, dependsOn: bytes.readUInt32BE(0) & 0x7fff_ffff, bytes: bytes.subarray(priorityBytes) }
}

/** The stream that another one depends on, and its weight: of no effect any more. */
export const priorityBytes = 5
