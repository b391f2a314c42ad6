/** The bytes are not the message that they should be; the server answers INVALID_ARGUMENT. */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage'
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads protobuf's wire format from a part of a buffer. Every length is checked before it is used. */
export class Reader {
  private readonly bytes: Uint8Array
  private position: number
  private readonly end: number

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.bytes = bytes
    this.position = start
    this.end = end
  }

  get done(): boolean {
    return this.position >= this.end
  }

  /** The next field's number and wire type. */
  tag(): { readonly field: number; readonly wire: number } {
    const tag = this.varint()
    const field = Math.floor(tag / 8)
    if (field === 0) throw new MalformedMessage('field number 0')
    return { field, wire: tag % 8 }
  }

  /** An unsigned varint. Values above 2^53 lose precision: none of the protocol's fields can have one. */
  varint(): number {
    let value = 0
    let scale = 1
    for (let index = 0; index < 10; index++) {
      const byte = this.byte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      scale *= 128
    }
    throw new MalformedMessage('a varint longer than ten bytes')
  }

  double(): number {
    const start = this.take(8)
    return new DataView(this.bytes.buffer, this.bytes.byteOffset + start, 8).getFloat64(0, true)
  }

  string(): string {
    const length = this.varint()
    const start = this.take(length)
    try {
      return strictUtf8.decode(this.bytes.subarray(start, start + length))
    } catch {
      throw new MalformedMessage('a string that is not UTF-8')
    }
  }

  /** A copy: the request's buffer is not kept alive by a password. */
  copy(): Uint8Array {
    const length = this.varint()
    const start = this.take(length)
    return this.bytes.slice(start, start + length)
  }

  /** A reader of the embedded message that follows. */
  message(): Reader {
    const length = this.varint()
    const start = this.take(length)
    return new Reader(this.bytes, start, start + length)
  }

  skip(wire: number): void {
    switch (wire) {
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
        throw new MalformedMessage(`wire type ${wire}`)
    }
  }

  private byte(): number {
    const start = this.take(1)
    return this.bytes[start] ?? 0
  }

  private take(length: number): number {
    const start = this.position
    if (length > this.end - start) throw new MalformedMessage('the message is cut off')
    this.position = start + length
    return start
  }
}

/** Calls back for each field of a message whose wire type is the one expected; skips all others. */
export const eachField = (
  reader: Reader,
  wires: Readonly<Record<number, number>>,
  field: (number: number, reader: Reader) => void,
): void => {
  while (!reader.done) {
    const tag = reader.tag()
    if (wires[tag.field] === tag.wire) field(tag.field, reader)
    else reader.skip(tag.wire)
  }
}
