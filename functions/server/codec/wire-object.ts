import type { Json, JsonObject } from '../../runtime/json.ts'
import { Unread } from '../../runtime/unread.ts'
import { items, toValue } from './find.ts'
import { Reader } from './reader.ts'
import { readList, readScalar, readStruct } from './read-struct.ts'
import { listTag, structTag } from './tags.ts'

/** What has been read of a value: that there is none, all of it, or parts of what it holds. */
export type Seen = Json | WireObject | WireList | undefined

/**
 * A `google.protobuf.Struct` of which only what is asked for is decoded, and once. So it also knows what was read of it: what an
 * answer is made of. It keeps its request's bytes alive, and is read only while they are as they came.
 */
export class WireObject extends Unread {
  /** By their key, the fields that were asked for; `undefined` for none. */
  seen: Map<string, Seen> | undefined
  /** Once all of it was asked for. */
  all: JsonObject | undefined
  readonly bytes: Buffer
  readonly start: number
  readonly end: number
  private readonly depth: number

  constructor(bytes: Buffer, start: number, end: number, depth = 0) {
    super()
    this.bytes = bytes
    this.start = start
    this.end = end
    this.depth = depth
  }

  override at(path: readonly string[]): Json | undefined {
    const found = walk(this, path)
    return found instanceof WireObject || found instanceof WireList ? found.whole() : found
  }

  override part(path: readonly string[]): WireObject | undefined {
    const found = walk(this, path)
    return found instanceof WireObject ? found : undefined
  }

  override parts(path: readonly string[]): readonly WireObject[] {
    const found = walk(this, path)
    return found instanceof WireList ? found.objects() : []
  }

  override whole(): JsonObject {
    return (this.all ??= readStruct(new Reader(this.bytes, this.start, this.end), this.depth))
  }

  /** The same object, of which nothing has been read. */
  afresh(): WireObject {
    return new WireObject(this.bytes, this.start, this.end, this.depth)
  }

  /** The message as it came. */
  raw(): Buffer {
    return this.bytes.subarray(this.start, this.end)
  }

  /** What stands under a key. */
  field(key: string): Seen {
    const seen = (this.seen ??= new Map<string, Seen>())
    const known = seen.get(key)
    if (known !== undefined || seen.has(key)) return known
    const reader = new Reader(this.bytes, this.start, this.end)
    const found = toValue(reader, key) ? look(reader, this.depth) : undefined
    seen.set(key, found)
    return found
  }
}

const walk = (object: WireObject, path: readonly string[]): Seen => {
  let found: Seen = object
  for (let depth = 0; depth < path.length; depth++) {
    if (!(found instanceof WireObject)) {
      // That it is a list is not all that is noted of it: so it is read as a whole, and found to be malformed now or never.
      if (found instanceof WireList) found.whole()
      return undefined
    }
    found = found.field(path[depth] ?? '')
  }
  return found
}

/** A `google.protobuf.ListValue`, as it lies. */
export class WireList {
  /** Its items, where they are all objects and only that was asked for; `undefined` where all of it counts. */
  seen: readonly WireObject[] | undefined
  private readonly bytes: Buffer
  private readonly start: number
  private readonly end: number
  private readonly depth: number
  private found: readonly WireObject[] | undefined
  private wasRead = false

  constructor(bytes: Buffer, start: number, end: number, depth: number) {
    this.bytes = bytes
    this.start = start
    this.end = end
    this.depth = depth
  }

  objects(): readonly WireObject[] {
    if (this.found) return this.found
    const reader = this.reader()
    const looked = items(reader).map(([start, end]) => {
      reader.moveTo(start, end)
      return look(reader, this.depth)
    })
    this.found = looked.filter(item => item instanceof WireObject)
    if (this.found.length < looked.length) this.whole()
    else if (!this.wasRead) this.seen = this.found
    return this.found
  }

  whole(): Json {
    this.wasRead = true
    this.seen = undefined
    return readList(this.reader(), this.depth)
  }

  private reader(): Reader {
    return new Reader(this.bytes, this.start, this.end)
  }
}

/** The Value that the reader has entered. What it holds is left as it lies. */
const look = (reader: Reader, depth: number): Seen => {
  let found: Seen = null
  while (!reader.done) {
    const tag = reader.tag()
    if (tag === structTag || tag === listTag) {
      const start = reader.embedded()
      const Lying = tag === structTag ? WireObject : WireList
      found = new Lying(reader.bytes, start, reader.position, depth + 1)
    } else {
      const scalar = readScalar(reader, tag)
      if (scalar !== undefined) found = scalar
    }
  }
  return found
}
