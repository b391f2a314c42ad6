import type { Json, JsonObject } from '../../runtime/json.ts'
import { MalformedMessage, Reader } from './reader.ts'

/** Deeper than any Kubernetes object, and far from the end of the stack. */
export const maxDepth = 128

/** Tags of `google.protobuf.Struct`, its entries, `Value` and `ListValue`. */
const entryTag = 0x0a
const keyTag = 0x0a
const valueTag = 0x12
const itemTag = 0x0a

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
  let postponed = false
  while (!reader.done) {
    const tag = reader.tag()
    if (tag === keyTag) key = reader.key()
    else if (tag !== valueTag) reader.passOver(tag)
    else if (key === managedFields) {
      postpone(object, reader, depth)
      postponed = true
    } else {
      value = readValue(reader, depth)
      postponed = false
    }
  }
  reader.leave(outer)
  if (!postponed) assign(object, key, value)
}

/** A third of what core sends, and read only where a resource is kept as it was. */
const managedFields = 'managedFields'

/** Has a value read when somebody first asks for it. */
const postpone = (object: Record<string, Json>, reader: Reader, depth: number): void => {
  const { bytes, position } = reader
  reader.passOver(valueTag)
  const end = reader.position
  const define = (property: PropertyDescriptor) =>
    Object.defineProperty(object, managedFields, { enumerable: true, configurable: true, ...property })
  define({
    get: () => {
      const value = readValue(new Reader(bytes, position, end), depth)
      define({ value, writable: true })
      return value
    },
  })
}

/** `object.__proto__ = …` would change the object's prototype. */
const assign = (object: Record<string, Json>, key: string, value: Json): void => {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  else object[key] = value
}

/** A `google.protobuf.Value`; of several kinds, the last one wins. */
const readValue = (reader: Reader, depth: number): Json => {
  const outer = reader.enter()
  let value: Json = null
  while (!reader.done) {
    const tag = reader.tag()
    switch (tag) {
      case 0x08:
        reader.varint()
        value = null
        break
      case 0x11:
        value = finite(reader.double())
        break
      case 0x1a:
        value = reader.string()
        break
      case 0x20:
        value = reader.varint() !== 0
        break
      case 0x2a: {
        const within = reader.enter()
        value = readStruct(reader, depth + 1)
        reader.leave(within)
        break
      }
      case 0x32: {
        const within = reader.enter()
        value = readList(reader, depth + 1)
        reader.leave(within)
        break
      }
      default:
        reader.passOver(tag)
    }
  }
  reader.leave(outer)
  return value
}

const readList = (reader: Reader, depth: number): Json => {
  if (depth > maxDepth) throw new MalformedMessage(`lists nested deeper than ${maxDepth}`)
  const list: Json[] = []
  while (!reader.done) {
    const tag = reader.tag()
    if (tag === itemTag) list.push(readValue(reader, depth))
    else reader.passOver(tag)
  }
  return list
}

const finite = (value: number): number => {
  if (!Number.isFinite(value)) throw new MalformedMessage(`${value} is not a JSON number`)
  return value
}
