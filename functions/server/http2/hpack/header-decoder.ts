import { ConnectionError, ErrorCode } from '../codes.ts'
import { decodeHuffman } from './huffman.ts'
import { staticTable, type Field } from './static-table.ts'

/** Bytes that a client's table may have: what every client begins with, and we don't ask for more. */
const largestTable = 4096

/** What an entry counts beside its own bytes: https://www.rfc-editor.org/rfc/rfc7541#section-4.1 */
const entryOverhead = 32
export const sizeOf = ([name, value]: Field): number => name.length + value.length + entryOverhead

/**
 * Reads the headers of one connection: what a client has sent once it may name by its number later, so every block has to be read, in
 * its order. Throws a `ConnectionError`: https://www.rfc-editor.org/rfc/rfc7541
 */
export class HeaderDecoder {
  /** The newest last. */
  #table: Field[] = []
  /** How many at its beginning have been thrown out. */
  #gone = 0
  #size = 0
  #limit = largestTable
  #block: Buffer = Buffer.alloc(0)
  #at = 0

  /** Every header of the block, in its order. */
  decode(block: Buffer, take: (field: Field) => void): void {
    this.#block = block
    this.#at = 0
    let first = true
    while (this.#at < block.length) {
      const byte = this.#peek()
      if ((byte & 0xe0) === 0x20) {
        if (!first) throw malformed('the size of the table changes within headers')
        this.#resize(this.#integer(5))
        continue
      }
      first = false
      if ((byte & 0x80) !== 0) take(this.#entry(this.#integer(7)))
      else if ((byte & 0x40) !== 0) {
        const field = this.#literal(6)
        this.#add(field)
        take(field)
      } else take(this.#literal(4))
    }
  }

  #literal(bits: number): Field {
    const index = this.#integer(bits)
    const name = index === 0 ? this.#text() : this.#entry(index)[0]
    return [name, this.#text()]
  }

  #entry(index: number): Field {
    const beyond = index - 1 - staticTable.length
    const found = beyond < 0 ? staticTable[index - 1] : this.#table[this.#table.length - 1 - beyond]
    if (!found || beyond >= this.#table.length - this.#gone) throw malformed(`no header has the number ${index}`)
    return found
  }

  #add(field: Field): void {
    this.#table.push(field)
    this.#size += sizeOf(field)
    this.#evict()
  }

  #resize(limit: number): void {
    if (limit > largestTable) throw malformed(`a table of ${limit} bytes, where ${largestTable} are allowed`)
    this.#limit = limit
    this.#evict()
  }

  #evict(): void {
    while (this.#size > this.#limit) {
      const oldest = this.#table[this.#gone]
      if (oldest) this.#size -= sizeOf(oldest)
      this.#gone += 1
    }
    // Now and then, for each time moves all that is left.
    if (this.#gone < 128) return
    this.#table = this.#table.slice(this.#gone)
    this.#gone = 0
  }

  #peek(): number {
    const byte = this.#block[this.#at]
    if (byte === undefined) throw malformed('headers that are cut off')
    return byte
  }

  /** https://www.rfc-editor.org/rfc/rfc7541#section-5.1 */
  #integer(bits: number): number {
    const most = 2 ** bits - 1
    const start = this.#peek() & most
    this.#at += 1
    if (start < most) return start
    let value = most
    // Four bytes more are 28 bits: nothing that may be meant is larger.
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#peek()
      this.#at += 1
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    throw malformed('a number in headers that is too large')
  }

  /** https://www.rfc-editor.org/rfc/rfc7541#section-5.2 */
  #text(): string {
    const huffman = (this.#peek() & 0x80) !== 0
    const [block, length] = [this.#block, this.#integer(7)]
    const [start, end] = [this.#at, this.#at + length]
    if (end > block.length) throw malformed('headers that are cut off')
    this.#at = end
    const text = huffman ? decodeHuffman(block, start, end) : block.toString('latin1', start, end)
    if (text === undefined) throw malformed('a header that is no Huffman code')
    return text
  }
}

const malformed = (what: string): ConnectionError => new ConnectionError(ErrorCode.compressionError, what)
