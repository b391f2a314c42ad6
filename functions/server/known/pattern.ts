import { isList, isObject, type Json, type JsonObject } from '../../runtime/json.ts'
import { WireList, WireObject, type Seen } from '../codec/wire-object.ts'
import { sortedKeys, writeValue } from '../codec/write-struct.ts'
import { Writer } from '../codec/writer.ts'
import { Numbers } from './numbers.ts'
import { interned, type Shape } from './shapes.ts'

/**
 * What was seen of some objects, as bytes and numbers: so it costs no memory but its own, and is gone through without a detour.
 */
export interface Pattern {
  readonly shape: Shape
  /** The scalars in the order of their numbers, each as the bytes of a Value, and where each ends. */
  readonly scalars: DataView
  readonly ends: Int32Array
}

export const Says = { absent: 0, scalar: 1, list: 2, open: 3, closed: 4 } as const

/**
 * Where the fields of an object begin: before them stands what it is, their number, how many of them are there, and which lengths their
 * keys have. Each is its key's signature, where its key is, and where its value is.
 */
export const firstField = 4

/** Most keys of an object that nobody has looked at are of a length that none has that somebody has. */
export const lengthBit = (length: number): number => 1 << (length & 31)

/** Tells most keys apart at a glance: a key's length, and three of its bytes. */
export const signatureOf = (bytes: Buffer, start: number, length: number): number =>
  length === 0
    ? 0
    : length ^
      ((bytes[start] ?? 0) << 8) ^
      ((bytes[start + (length >> 1)] ?? 0) << 16) ^
      ((bytes[start + length - 1] ?? 0) << 23)

/**
 * Writes a pattern: whatever has the same, wherever it was looked at, is the same to whoever looks there. It can be used again once it
 * is finished.
 */
export class PatternWriter {
  private readonly numbers = new Numbers()
  private readonly ends = new Numbers()
  private readonly scalars = new Writer()
  private readonly keys = new Writer()

  finish(): Pattern {
    const pattern = {
      shape: interned(this.numbers.finish(), this.keys.finish()),
      scalars: new DataView(Uint8Array.from(this.scalars.finish()).buffer),
      ends: this.ends.finish(),
    }
    this.scalars.clear()
    this.keys.clear()
    return pattern
  }

  /** @returns the place of what was seen */
  seen(value: Seen): number {
    if (value instanceof WireObject) return value.all ? this.exact(value.all) : this.open(value.seen ?? nothing)
    if (!(value instanceof WireList)) return this.exact(value)
    const { seen } = value
    return seen ? this.list(seen, item => this.seen(item)) : this.exact(value.whole())
  }

  private exact(value: Json | undefined): number {
    if (value === undefined) return this.numbers.add(Says.absent)
    if (isList(value)) return this.list(value, item => this.exact(item))
    if (isObject(value)) return this.closed(value)
    writeValue(this.scalars, value)
    const place = this.numbers.add(Says.scalar)
    this.numbers.add(this.ends.add(this.scalars.length))
    return place
  }

  private list<Item>(items: readonly Item[], write: (item: Item) => number): number {
    const place = this.numbers.add(Says.list)
    this.numbers.add(items.length)
    for (let index = 0; index < items.length; index++) this.numbers.add(Says.absent)
    let at = place + 2
    for (const item of items) this.numbers.set(at++, write(item))
    return place
  }

  private closed(object: JsonObject): number {
    const keys = sortedKeys(object)
    const place = this.object(Says.closed, keys)
    let field = place + firstField + 2
    for (const key of keys) {
      this.numbers.set(field, this.exact(object[key] ?? null))
      field += 3
    }
    this.numbers.set(place + 2, keys.length)
    return place
  }

  private open(seen: ReadonlyMap<string, Seen>): number {
    const place = this.object(Says.open, seen.keys())
    let field = place + firstField + 2
    let there = 0
    for (const value of seen.values()) {
      this.numbers.set(field, this.seen(value))
      field += 3
      if (value !== undefined) there++
    }
    this.numbers.set(place + 2, there)
    return place
  }

  /** What is said of an object, with room for how many of its fields are there and for the place of each. */
  private object(says: number, names: Iterable<string>): number {
    const { numbers, keys } = this
    const place = numbers.add(says)
    for (let room = 1; room < firstField; room++) numbers.add(0)
    let fields = 0
    let lengths = 0
    for (const name of names) {
      const start = keys.length
      keys.text(name)
      const length = keys.length - start
      lengths |= lengthBit(length)
      numbers.add(signatureOf(keys.buffer, start, length))
      numbers.add(start)
      numbers.add(0)
      fields++
    }
    numbers.set(place + 1, fields)
    numbers.set(place + 3, lengths)
    return place
  }
}

const nothing: ReadonlyMap<string, Seen> = new Map<string, Seen>()
