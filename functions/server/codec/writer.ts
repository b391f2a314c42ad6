/** Writes protobuf's wire format. A message is written straight into place and its length put before it afterwards. */
export class Writer {
  private buffer: Buffer
  private position = 0

  constructor(capacity = 4096) {
    this.buffer = Buffer.allocUnsafe(capacity)
  }

  finish(): Buffer {
    return this.buffer.subarray(0, this.position)
  }

  string(field: number, value: string): this {
    return this.message(field, () => {
      const most = value.length * 3
      this.reserve(most)
      this.position += this.buffer.write(value, this.position, 'utf8')
    })
  }

  bytes(field: number, value: Uint8Array): this {
    return this.message(field, () => {
      this.reserve(value.length)
      this.buffer.set(value, this.position)
      this.position += value.length
    })
  }

  /** An enum or an unsigned integer. */
  number(field: number, value: number): this {
    this.varint(field * 8)
    this.varint(value)
    return this
  }

  double(field: number, value: number): this {
    this.varint(field * 8 + 1)
    this.reserve(8)
    this.position = this.buffer.writeDoubleLE(value, this.position)
    return this
  }

  /** An embedded message, written by the callback. */
  message(field: number, write: () => void): this {
    this.varint(field * 8 + 2)
    this.reserve(1)
    const start = this.position + 1
    this.position = start
    write()
    const length = this.position - start
    const extra = varintSize(length) - 1
    if (extra > 0) {
      this.reserve(extra)
      this.buffer.copyWithin(start + extra, start, this.position)
    }
    this.position = start - 1
    this.put(length)
    this.position += length
    return this
  }

  private varint(value: number): void {
    this.reserve(10)
    this.put(value)
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
