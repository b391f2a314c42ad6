/** Writes protobuf's wire format. A message is written straight into place and its length put before it afterwards. */
export class Writer {
  /** What has been written so far, and room behind it. */
  buffer: Buffer
  private position = 0

  constructor(capacity = 16_384) {
    this.buffer = Buffer.allocUnsafe(capacity)
  }

  /** How much has been written. */
  get length(): number {
    return this.position
  }

  /** What is written next is written over what was. */
  clear(): void {
    this.position = 0
  }

  finish(): Buffer {
    return this.buffer.subarray(0, this.position)
  }

  string(field: number, value: string): this {
    this.reserve(value.length * 3 + 11)
    const message = this.begin(field)
    this.text(value)
    this.end(message)
    return this
  }

  bytes(field: number, value: Uint8Array): this {
    const message = this.begin(field)
    this.reserve(value.length)
    this.buffer.set(value, this.position)
    this.position += value.length
    this.end(message)
    return this
  }

  /** An enum or an unsigned integer. */
  number(field: number, value: number): this {
    this.reserve(20)
    this.put(field * 8)
    this.put(value)
    return this
  }

  /** The bytes of a text, without a tag and a length. */
  text(value: string): void {
    this.reserve(value.length * 3)
    if (value.length > 40 || !this.ascii(value)) this.position += this.buffer.write(value, this.position, 'utf8')
  }

  double(field: number, value: number): this {
    this.reserve(18)
    this.put(field * 8 + 1)
    this.position = this.buffer.writeDoubleLE(value, this.position)
    return this
  }

  /** Begins an embedded message. @returns what `end` needs */
  begin(field: number): number {
    this.reserve(11)
    this.put(field * 8 + 2)
    // One byte for the length: most messages are short.
    return ++this.position
  }

  /** Ends the message that was begun last: its length goes before it. */
  end(start: number): void {
    const length = this.position - start
    if (length < 0x80) {
      this.buffer[start - 1] = length
      return
    }
    const extra = varintSize(length) - 1
    if (extra > 0) {
      this.reserve(extra)
      this.buffer.copyWithin(start + extra, start, this.position)
    }
    this.position = start - 1
    this.put(length)
    this.position += length
  }

  /** For short text, a call into native code costs more than it does. @returns false for text that needs it */
  private ascii(value: string): boolean {
    const { buffer } = this
    let at = this.position
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index)
      if (code >= 0x80) return false
      buffer[at++] = code
    }
    this.position = at
    return true
  }

  /** A varint into space that is known to be there. */
  private put(value: number): void {
    let rest = value
    while (rest >= 0x80) {
      this.buffer[this.position++] = (rest % 0x80) + 0x80
      rest = Math.floor(rest / 0x80)
    }
    this.buffer[this.position++] = rest
  }

  private reserve(length: number): void {
    if (this.position + length <= this.buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.position + length))
    this.buffer.copy(larger, 0, 0, this.position)
    this.buffer = larger
  }
}

const varintSize = (value: number): number => {
  let size = 1
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) size++
  return size
}
