import { isObject, type Json, type JsonObject } from '../../runtime/json.ts'
import { eachField, MalformedMessage, type Reader } from './reader.ts'
import type { Writer } from './writer.ts'

/** Deeper than any Kubernetes object, and far from the end of the stack. */
export const maxDepth = 128

/** `google.protobuf.Struct` to an object. */
export const readStruct = (reader: Reader, depth = 0): JsonObject => {
  if (depth > maxDepth) throw new MalformedMessage(`objects nested deeper than ${maxDepth}`)
  const object: Record<string, Json> = {}
  eachField(reader, { 1: 2 }, (_, fields) => readEntry(fields.message(), object, depth))
  return object
}

const readEntry = (reader: Reader, object: Record<string, Json>, depth: number): void => {
  let key = ''
  let value: Json = null
  eachField(reader, { 1: 2, 2: 2 }, (field, entry) => {
    if (field === 1) key = entry.string()
    else value = readValue(entry.message(), depth)
  })
  assign(object, key, value)
}

/** `object.__proto__ = …` would change the object's prototype. */
const assign = (object: Record<string, Json>, key: string, value: Json): void => {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  else object[key] = value
}

/** The wire types of `google.protobuf.Value`'s kinds: null, number, string, bool, struct, list. The last one wins. */
const kinds = { 1: 0, 2: 1, 3: 2, 4: 0, 5: 2, 6: 2 } as const

const readValue = (reader: Reader, depth: number): Json => {
  let value: Json = null
  eachField(reader, kinds, (field, fields) => {
    switch (field) {
      case 1:
        fields.varint()
        value = null
        break
      case 2:
        value = finite(fields.double())
        break
      case 3:
        value = fields.string()
        break
      case 4:
        value = fields.varint() !== 0
        break
      case 5:
        value = readStruct(fields.message(), depth + 1)
        break
      default:
        value = readList(fields.message(), depth + 1)
    }
  })
  return value
}

const readList = (reader: Reader, depth: number): Json => {
  if (depth > maxDepth) throw new MalformedMessage(`lists nested deeper than ${maxDepth}`)
  const list: Json[] = []
  eachField(reader, { 1: 2 }, (_, fields) => list.push(readValue(fields.message(), depth)))
  return list
}

const finite = (value: number): number => {
  if (!Number.isFinite(value)) throw new MalformedMessage(`${value} is not a JSON number`)
  return value
}

/** An object to `google.protobuf.Struct`, keys sorted: equal objects give equal bytes. */
export const writeStruct = (writer: Writer, object: JsonObject): void => {
  for (const key of Object.keys(object).toSorted()) {
    writer.message(1, () => {
      writer.string(1, key)
      writer.message(2, () => writeValue(writer, object[key] ?? null))
    })
  }
}

const writeValue = (writer: Writer, value: Json): void => {
  if (value === null) writer.number(1, 0)
  else if (typeof value === 'number') writer.double(2, value)
  else if (typeof value === 'string') writer.string(3, value)
  else if (typeof value === 'boolean') writer.number(4, value ? 1 : 0)
  else if (isObject(value)) writer.message(5, () => writeStruct(writer, value))
  else writer.message(6, () => value.forEach(item => writer.message(1, () => writeValue(writer, item))))
}
