import { isDeepStrictEqual } from 'node:util'
import { isList, isObject, type Json, type JsonObject } from '../../runtime/json.ts'
import { Reader } from './reader.ts'
import { readValue } from './read-struct.ts'
import { booleanTag, entryTag, itemTag, keyTag, listTag, numberTag, structTag, textTag, valueTag } from './tags.ts'

/** Whether the Value that a reader has entered is this one. It is decoded only where that can't be seen as it lies. */
export const isSame = (reader: Reader, value: Json): boolean => {
  const { bytes, position, end } = reader
  return isPlainly(reader, value) || isDeepStrictEqual(readValue(new Reader(bytes, position, end)), value)
}

/** Whether it is this value, written as every encoder writes it: false may only mean that it is written in another way. */
const isPlainly = (reader: Reader, value: Json): boolean => {
  if (reader.done) return value === null
  const tag = reader.tag()
  if (typeof value === 'string') return tag === textTag && reader.isText(value) && reader.done
  if (typeof value === 'boolean') return tag === booleanTag && reader.varint() === Number(value) && reader.done
  if (typeof value === 'number') return tag === numberTag && Object.is(reader.double(), value) && reader.done
  if (isList(value)) return tag === listTag && within(reader, () => areItems(reader, value)) && reader.done
  if (isObject(value)) return tag === structTag && within(reader, () => areFields(reader, value)) && reader.done
  return false
}

const areItems = (reader: Reader, list: readonly Json[]): boolean => {
  for (const item of list) {
    if (reader.done || reader.tag() !== itemTag || !within(reader, () => isPlainly(reader, item))) return false
  }
  return reader.done
}

const areFields = (reader: Reader, object: JsonObject): boolean => {
  const seen = new Set<string>()
  while (!reader.done) {
    if (reader.tag() !== entryTag || !within(reader, () => isField(reader, object, seen))) return false
  }
  return seen.size === Object.keys(object).length
}

const isField = (reader: Reader, object: JsonObject, seen: Set<string>): boolean => {
  if (reader.done || reader.tag() !== keyTag) return false
  const key = reader.key()
  if (seen.has(key) || !Object.hasOwn(object, key)) return false
  seen.add(key)
  const value = object[key] ?? null
  return !reader.done && reader.tag() === valueTag && within(reader, () => isPlainly(reader, value)) && reader.done
}

/** Where nothing is the same any more, the reader is left where it stands: it is not read from again. */
const within = (reader: Reader, look: () => boolean): boolean => {
  const outer = reader.enter()
  if (!look()) return false
  reader.leave(outer)
  return true
}
