import { isDeepStrictEqual } from 'node:util'
import type { Json, JsonObject } from '../../runtime/json.ts'
import { Unread } from '../../runtime/unread.ts'
import { items, toList, toStruct, toValue } from './find.ts'
import { Reader } from './reader.ts'
import { readStruct, readValue } from './read-struct.ts'
import { isSame } from './same.ts'

/** A `google.protobuf.Struct` of which only what is asked for is decoded. It keeps its request's bytes alive. */
export class WireObject extends Unread {
  private readonly bytes: Buffer
  private readonly start: number
  private readonly end: number

  constructor(bytes: Buffer, start: number, end: number) {
    super()
    this.bytes = bytes
    this.start = start
    this.end = end
  }

  override at(path: readonly string[]): Json | undefined {
    const reader = this.reader()
    if (path.length === 0) return readStruct(reader)
    return toEnd(reader, path) ? readValue(reader, path.length - 1) : undefined
  }

  override tells(path: readonly string[], value: Json | undefined): boolean {
    const reader = this.reader()
    if (path.length === 0) return value !== undefined && isDeepStrictEqual(readStruct(reader), value)
    return toEnd(reader, path) ? value !== undefined && isSame(reader, value) : value === undefined
  }

  override part(path: readonly string[]): WireObject | undefined {
    const reader = this.reader()
    if (path.length > 0 && !(toEnd(reader, path) && toStruct(reader))) return undefined
    return new WireObject(this.bytes, reader.position, reader.end)
  }

  override parts(path: readonly string[]): readonly WireObject[] {
    const reader = this.reader()
    if (!toEnd(reader, path) || !toList(reader)) return []
    return items(reader).flatMap(([start, end]) => {
      reader.moveTo(start, end)
      return toStruct(reader) ? [new WireObject(this.bytes, reader.position, reader.end)] : []
    })
  }

  override whole(): JsonObject {
    return readStruct(this.reader())
  }

  /** The message as it came. */
  raw(): Buffer {
    return this.bytes.subarray(this.start, this.end)
  }

  private reader(): Reader {
    return new Reader(this.bytes, this.start, this.end)
  }
}

/** Moves a reader from the beginning of a Struct to the Value at the end of a path. @returns whether there is one */
const toEnd = (reader: Reader, path: readonly string[]): boolean => {
  for (let depth = 0; depth < path.length; depth++) {
    if ((depth > 0 && !toStruct(reader)) || !toValue(reader, path[depth] ?? '')) return false
  }
  return path.length > 0
}
