import type { Json, JsonObject } from '../../runtime/json.ts'
import { MalformedMessage, type Reader } from './reader.ts'
import {
  booleanTag,
  entryTag,
  itemTag,
  keyTag,
  listTag,
  nullTag,
  numberTag,
  structTag,
  textTag,
  valueTag,
} from './tags.ts'

/** Deeper than any Kubernetes object, and far from the end of the stack. */
export const maxDepth = 128

/** The `google.protobuf.Struct` that the reader has entered. */
export const readStruct = (reader: Reader, depth = 0): JsonObject => {
  if (depth > maxDepth) throw new MalformedMessage(`objects nested deeper than ${maxDepth}`)
  const object: Record<string, Json> = {}
  while (!reader.done) {
    const tag = reader.tag()
    if (tag !== entryTag) reader.passOver(tag)
    else readEntry(reader, object, depth)
  }
  return object
}

const readEntry = (reader: Reader, object: Record<string, Json>, depth: number): void => {
  const outer = reader.enter()
  let key = ''
  let value: Json = null
  while (!reader.done) {
    const tag = reader.tag()
    if (tag === keyTag) key = reader.key()
    else if (tag === valueTag) value = within(reader, depth, readValue)
    else reader.passOver(tag)
  }
  reader.leave(outer)
  assign(object, key, value)
}

/** Reads the embedded message that follows. */
const within = <T>(reader: Reader, depth: number, read: (reader: Reader, depth: number) => T): T => {
  const outer = reader.enter()
  const value = read(reader, depth)
  reader.leave(outer)
  return value
}

/** `object.__proto__ = …` would change the object's prototype. */
const assign = (object: Record<string, Json>, key: string, value: Json): void => {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  else object[key] = value
}

/** The `google.protobuf.Value` that the reader has entered; of several kinds, the last one wins. */
const readValue = (reader: Reader, depth: number): Json => {
  let value: Json = null
  while (!reader.done) {
    const tag = reader.tag()
    if (tag === structTag) value = within(reader, depth + 1, readStruct)
    else if (tag === listTag) value = within(reader, depth + 1, readList)
    else {
      const scalar = readScalar(reader, tag)
      if (scalar !== undefined) value = scalar
    }
  }
  return value
}

/** What follows a tag of a Value, where that is no object and no list; `undefined` for a field that nobody knows. */
export const readScalar = (reader: Reader, tag: number): string | number | boolean | null | undefined => {
  switch (tag) {
    case textTag:
      return reader.string()
    case numberTag:
      return finite(reader.double())
    case booleanTag:
      return reader.varint() !== 0
    case nullTag:
      reader.varint()
      return null
    default:
      reader.passOver(tag)
      return undefined
  }
}

/** The `google.protobuf.ListValue` that the reader has entered. */
export const readList = (reader: Reader, depth: number): readonly Json[] => {
  if (depth > maxDepth) throw new MalformedMessage(`lists nested deeper than ${maxDepth}`)
  const list: Json[] = []
  while (!reader.done) {
    const tag = reader.tag()
    if (tag === itemTag) list.push(within(reader, depth, readValue))
    else reader.passOver(tag)
  }
  return list
}

const finite = (value: number): number => {
  if (!Number.isFinite(value)) throw new MalformedMessage(`${value} is not a JSON number`)
  return value
}
