import { entryTag, itemTag, keyTag, listTag, structTag, valueTag } from '../codec/tags.ts'
import { firstField, lengthBit, Says, signatureOf, type Pattern } from './pattern.ts'
import { areSameBytes } from './same-bytes.ts'

/**
 * Compares what lies in a request with a pattern, and decodes none of it. Fields may come in any order. What is not written as every
 * encoder writes it is not recognised, whatever it says: then it is read with care, and answered anew.
 *
 * No other part of a call takes as long. So lengths of one and two bytes, which nearly all are, are read where they are met, and
 * scalars are compared without a detour: it takes a quarter less time.
 */
export class Match {
  private readonly pattern: Pattern
  private readonly numbers: Int32Array
  private readonly bytes: Buffer
  /** The same bytes, to compare four at a time. */
  private readonly words: DataView
  /** Where the length ends that was read last. */
  private behind = 0

  constructor(pattern: Pattern, bytes: Buffer) {
    this.pattern = pattern
    this.numbers = pattern.shape.numbers
    this.bytes = bytes
    this.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  /** Whether the Struct from `start` to `end` is the object that the pattern has at a place. */
  struct(place: number, start: number, end: number): boolean {
    const { numbers, bytes } = this
    const fields = numbers[place + 1] ?? 0
    const lengths = numbers[place + 3] ?? 0
    let found = 0
    let marks = 0
    let moreMarks: Set<number> | undefined
    for (let at = start, next = start; at < end; at = next) {
      if (bytes[at] !== entryTag) return false
      let size = bytes[at + 1] ?? 0
      let key = at + 2
      if (size >= 0x80) size += ((bytes[key++] ?? 0) - 1) * 0x80
      if (size >= 0x4000) {
        size = this.length(at + 1)
        key = this.behind
      }
      next = key + size
      if (next > end) return false
      let length = 0
      // An entry without a key has the empty one.
      if (bytes[key] === keyTag) {
        length = bytes[key + 1] ?? 0
        key += 2
        if (length >= 0x80) {
          length = this.length(key - 1)
          key = this.behind
        }
      }
      const keyEnd = key + length
      // An entry without a value is null, as an empty Value is.
      let value = next
      if (keyEnd !== next) {
        if (keyEnd > next || bytes[keyEnd] !== valueTag) return false
        let rest = bytes[keyEnd + 1] ?? 0
        value = keyEnd + 2
        if (rest >= 0x80) rest += ((bytes[value++] ?? 0) - 1) * 0x80
        if (rest >= 0x4000) {
          rest = this.length(keyEnd + 1)
          value = this.behind
        }
        if (value + rest !== next) return false
      }
      const field = (lengths & lengthBit(length)) === 0 ? fields : this.find(place + firstField, fields, key, length)
      if (field === fields) {
        if (numbers[place] === Says.closed) return false
        continue
      }
      // Of two entries of one key the last one counts: they are not told apart here.
      if (field > 30) {
        moreMarks ??= new Set()
        if (moreMarks.has(field)) return false
        moreMarks.add(field)
      } else {
        const mark = 1 << field
        if (marks & mark) return false
        marks |= mark
      }
      const there = numbers[place + firstField + 2 + 3 * field] ?? 0
      const is =
        numbers[there] === Says.scalar
          ? this.scalar(numbers[there + 1] ?? 0, value, next)
          : this.value(there, value, next)
      if (!is) return false
      found++
    }
    return found === numbers[place + 2]
  }

  private value(place: number, start: number, end: number): boolean {
    const { numbers, bytes } = this
    switch (numbers[place]) {
      case Says.scalar:
        return this.scalar(numbers[place + 1] ?? 0, start, end)
      case Says.open:
      case Says.closed: {
        if (start === end || bytes[start] !== structTag) return false
        const length = this.length(start + 1)
        return this.behind + length === end && this.struct(place, this.behind, end)
      }
      case Says.list:
        return start !== end && bytes[start] === listTag && this.list(place, start + 1, end)
      default:
        return false
    }
  }

  private scalar(number: number, start: number, end: number): boolean {
    const { ends, scalars } = this.pattern
    const from = number === 0 ? 0 : (ends[number - 1] ?? 0)
    return (ends[number] ?? 0) - from === end - start && areSameBytes(scalars, from, this.words, start, end - start)
  }

  private list(place: number, start: number, end: number): boolean {
    const { numbers, bytes } = this
    if (this.length(start) + this.behind !== end) return false
    let at = this.behind
    const count = numbers[place + 1] ?? 0
    for (let index = 0; index < count; index++) {
      if (at >= end || bytes[at] !== itemTag) return false
      const next = this.length(at + 1) + this.behind
      if (next > end || !this.value(numbers[place + 2 + index] ?? 0, this.behind, next)) return false
      at = next
    }
    return at === end
  }

  /** Which of an object's fields has a key; their number for none. */
  private find(first: number, fields: number, key: number, length: number): number {
    const { numbers, pattern, words } = this
    const { keys } = pattern.shape
    const signature = signatureOf(this.bytes, key, length)
    let field = 0
    for (let at = first; field < fields; field++, at += 3) {
      if (numbers[at] === signature && areSameBytes(keys, numbers[at + 1] ?? 0, words, key, length)) break
    }
    return field
  }

  /** A length of at most four bytes; one that is longer reaches beyond any request. */
  private length(at: number): number {
    const { bytes } = this
    let value = bytes[at] ?? 0
    this.behind = at + 1
    if (value < 0x80) return value
    value += ((bytes[at + 1] ?? 0) - 1) * 0x80
    this.behind = at + 2
    if (value < 0x4000) return value
    value += ((bytes[at + 2] ?? 0) - 1) * 0x4000
    this.behind = at + 3
    if (value < 0x200000) return value
    value += ((bytes[at + 3] ?? 0) - 1) * 0x200000
    this.behind = at + 4
    return value < 0x10000000 ? value : 0x40000000
  }
}
