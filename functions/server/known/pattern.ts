import { isList, isObject, type Json } from '../../runtime/json.ts'
import { WireList, WireObject, type Seen } from '../codec/wire-object.ts'
import { sortedKeys, writeValue } from '../codec/write-struct.ts'
import { Writer } from '../codec/writer.ts'

/**
 * What was seen of some objects, as bytes and numbers: so it costs no memory but its own, and is gone through without a detour.
 */
export interface Pattern {
  readonly shape: Shape
  /** The scalars in the order of their numbers, each as the bytes of a Value, and where each ends. */
  readonly scalars: Buffer
  readonly ends: Int32Array
}

/** All but the scalars: claims of a kind have the same, so it is held once, and is at hand when the next one is compared. */
export interface Shape {
  /**
   * Each value is some of these, and where they begin is its place. `absent`; or `scalar` and its number; or `list`, how many items,
   * and the place of each; or `open` for an object of which these fields are so, `closed` for one that has no others: how many
   * fields, how many of them are there, and for each the signature of its key, where the key begins, and the place of its value.
   */
  readonly numbers: Int32Array
  readonly keys: Buffer
}

export const Says = { absent: 0, scalar: 1, list: 2, open: 3, closed: 4 } as const

/** Tells most keys apart at a glance: a key's length, and three of its bytes. */
export const signatureOf = (bytes: Buffer, start: number, length: number): number =>
  length === 0
    ? 0
    : length ^
      ((bytes[start] ?? 0) << 8) ^
      ((bytes[start + (length >> 1)] ?? 0) << 16) ^
      ((bytes[start + length - 1] ?? 0) << 23)

/** Writes a pattern: whatever has the same, wherever it was looked at, is the same to whoever looks there. */
export class PatternWriter {
  private readonly numbers: number[] = []
  private readonly ends: number[] = []
  private readonly scalars = new Writer(4096)
  private readonly keys = new Writer(4096)

  finish(): Pattern {
    return {
      shape: interned(Int32Array.from(this.numbers), this.keys.finish()),
      scalars: Buffer.from(Uint8Array.from(this.scalars.finish()).buffer),
      ends: Int32Array.from(this.ends),
    }
  }

  /** @returns the place of what was seen */
  seen(value: Seen): number {
    if (value instanceof WireObject) {
      const { all, seen = nothing } = value
      return all ? this.exact(all) : this.object(Says.open, [...seen.keys()], key => this.seen(seen.get(key)))
    }
    if (value instanceof WireList) {
      const { seen } = value
      return seen ? this.list(seen, item => this.seen(item)) : this.exact(value.whole())
    }
    return this.exact(value)
  }

  private exact(value: Json | undefined): number {
    if (isList(value)) return this.list(value, item => this.exact(item))
    if (isObject(value)) return this.object(Says.closed, sortedKeys(value), key => this.exact(value[key]))
    if (value === undefined) return this.numbers.push(Says.absent) - 1
    writeValue(this.scalars, value)
    return this.numbers.push(Says.scalar, this.ends.push(this.scalars.length) - 1) - 2
  }

  private list<Item>(items: readonly Item[], write: (item: Item) => number): number {
    const { numbers } = this
    const place = numbers.push(Says.list, items.length) - 2
    for (let index = 0; index < items.length; index++) numbers.push(Says.absent)
    for (const [index, item] of items.entries()) numbers[place + 2 + index] = write(item)
    return place
  }

  private object(says: number, names: readonly string[], write: (key: string) => number): number {
    const { numbers } = this
    const place = numbers.push(says, names.length, 0) - 3
    for (const name of names) this.key(name)
    let there = 0
    for (const [index, name] of names.entries()) {
      const value = write(name)
      numbers[place + 5 + 3 * index] = value
      if (numbers[value] !== Says.absent) there++
    }
    numbers[place + 2] = there
    return place
  }

  private key(name: string): void {
    const { keys } = this
    const start = keys.length
    keys.text(name)
    this.numbers.push(signatureOf(keys.buffer, start, keys.length - start), start, Says.absent)
  }
}

const nothing: ReadonlyMap<string, Seen> = new Map<string, Seen>()

const shapes: Shape[] = []
const mostShapes = 256

/** The same shape is the same object, as long as it is remembered. */
const interned = (numbers: Int32Array, keys: Buffer): Shape => {
  const known = shapes.find(shape => areEqual(shape.numbers, numbers) && areEqual(shape.keys, keys))
  if (known) return known
  const shape = { numbers, keys: Buffer.from(Uint8Array.from(keys).buffer) }
  if (shapes.length === mostShapes) shapes.shift()
  shapes.push(shape)
  return shape
}

const areEqual = (one: Uint8Array | Int32Array, other: Uint8Array | Int32Array): boolean =>
  one.length === other.length && Buffer.compare(bytesOf(one), bytesOf(other)) === 0

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Int32Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)
