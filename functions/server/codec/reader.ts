import { keyAt } from './keys.ts'

/** The bytes are not the message that they should be; the server answers INVALID_ARGUMENT. */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage'
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The number of a field and its wire type in one, as they stand before each field. */
export const lengthDelimited = (field: number): number => field * 8 + 2

/** Reads protobuf's wire format, in place: an embedded message is entered and left. Every length is checked before it is used. */
export class Reader {
  readonly bytes: Buffer
  position: number
  end: number

  constructor(bytes: Buffer, start = 0, end = bytes.length) {
    this.bytes = bytes
    this.position = start
    this.end = end
  }

  get done(): boolean {
    return this.position >= this.end
  }

  /** The next field's tag: eight times its number, and its wire type. */
  tag(): number {
    const tag = this.varint()
    if (tag < 8) throw new MalformedMessage('field number 0')
    return tag
  }

  /** An unsigned varint. Values above 2^53 lose precision: none of the protocol's fields can have one. */
  varint(): number {
    const first = this.byte()
    if (first < 0x80) return first
    let value = first & 0x7f
    let scale = 128
    for (let index = 1; index < 10; index++) {
      const byte = this.byte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      scale *= 128
    }
    throw new MalformedMessage('a varint longer than ten bytes')
  }

  double(): number {
    return this.bytes.readDoubleLE(this.take(8))
  }

  string(): string {
    const length = this.varint()
    return this.text(this.take(length), length)
  }

  /** A string that is likely to come again: the key of a field. */
  key(): string {
    const length = this.varint()
    const start = this.take(length)
    return keyAt(this.bytes, start, length) ?? this.text(start, length)
  }

  /** Whether the string that follows is this one. */
  isText(text: string): boolean {
    const length = this.varint()
    const start = this.take(length)
    for (let index = 0; index < length; index++) {
      const byte = this.bytes[start + index] ?? 0
      if (byte >= 0x80) return this.text(start, length) === text
      if (byte !== text.charCodeAt(index)) return false
    }
    return length === text.length
  }

  /** Bytes as they lie. */
  view(): Uint8Array {
    const length = this.varint()
    const start = this.take(length)
    return new Uint8Array(this.bytes.buffer, this.bytes.byteOffset + start, length)
  }

  /** Goes into the embedded message that follows. @returns what `leave` needs */
  enter(): number {
    const length = this.varint()
    if (length > this.end - this.position) throw new MalformedMessage('the message is cut off')
    const outer = this.end
    this.end = this.position + length
    return outer
  }

  /** Goes on behind the message that was entered. */
  leave(outer: number): void {
    this.position = this.end
    this.end = outer
  }

  /** Passes over the embedded message that follows. @returns where it begins; it ends where the reader stands then */
  embedded(): number {
    const length = this.varint()
    return this.take(length)
  }

  /** Goes to the end of the message. @returns where that is */
  skipRest(): number {
    return (this.position = this.end)
  }

  /** Reads from here to there next. */
  moveTo(start: number, end: number): void {
    this.position = start
    this.end = end
  }

  /** Passes over a field that is not asked for. */
  passOver(tag: number): void {
    switch (tag % 8) {
      case 0:
        this.varint()
        break
      case 1:
        this.take(8)
        break
      case 2:
        this.take(this.varint())
        break
      case 5:
        this.take(4)
        break
      default:
        throw new MalformedMessage(`wire type ${tag % 8}`)
    }
  }

  private text(start: number, length: number): string {
    for (let index = start; index < start + length; index++) {
      if ((this.bytes[index] ?? 0) >= 0x80) return this.unicode(start, length)
    }
    return this.bytes.toString('latin1', start, start + length)
  }

  private unicode(start: number, length: number): string {
    try {
      return strictUtf8.decode(this.bytes.subarray(start, start + length))
    } catch {
      throw new MalformedMessage('a string that is not UTF-8')
    }
  }

  private byte(): number {
    if (this.position >= this.end) throw new MalformedMessage('the message is cut off')
    return this.bytes[this.position++] ?? 0
  }

  private take(length: number): number {
    const start = this.position
    if (length > this.end - start) throw new MalformedMessage('the message is cut off')
    this.position = start + length
    return start
  }
}
