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
export const readValue = (reader: Reader, depth = 0): Json => {
  let value: Json = null
  while (!reader.done) {
    const tag = reader.tag()
    switch (tag) {
      case textTag:
        value = reader.string()
        break
      case structTag:
        value = within(reader, depth + 1, readStruct)
        break
      case listTag:
        value = within(reader, depth + 1, readList)
        break
      case numberTag:
        value = finite(reader.double())
        break
      case booleanTag:
        value = reader.varint() !== 0
        break
      case nullTag:
        reader.varint()
        value = null
        break
      default:
        reader.passOver(tag)
    }
  }
  return value
}

const readList = (reader: Reader, depth: number): Json => {
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
