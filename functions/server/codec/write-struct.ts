import { isObject, type Json, type JsonObject } from '../../runtime/json.ts'
import type { Writer } from './writer.ts'

/** An object to `google.protobuf.Struct`, keys sorted: equal objects give equal bytes. */
export const writeStruct = (writer: Writer, object: JsonObject): void => {
  for (const key of sortedKeys(object)) {
    const entry = writer.begin(1)
    writer.string(1, key)
    writeField(writer, 2, object[key] ?? null)
    writer.end(entry)
  }
}

/** By insertion: objects have few fields, and Array's own sort allocates more than all else that encodes them. */
export const sortedKeys = (object: JsonObject): readonly string[] => {
  const keys = Object.keys(object)
  if (keys.length > 64) return keys.toSorted()
  for (let end = 1; end < keys.length; end++) {
    const key = keys[end] ?? ''
    let place = end
    for (let before = keys[place - 1]; before !== undefined && before > key; before = keys[place - 1]) {
      keys[place--] = before
    }
    keys[place] = key
  }
  return keys
}

/** A Value, as the message of a field. */
const writeField = (writer: Writer, field: number, value: Json): void => {
  const message = writer.begin(field)
  writeValue(writer, value)
  writer.end(message)
}

/** A value to `google.protobuf.Value`. */
export const writeValue = (writer: Writer, value: Json): void => {
  if (typeof value === 'string') writer.string(3, value)
  else if (typeof value === 'number') writer.double(2, value)
  else if (typeof value === 'boolean') writer.number(4, value ? 1 : 0)
  else if (value === null) writer.number(1, 0)
  else if (isObject(value)) {
    const struct = writer.begin(5)
    writeStruct(writer, value)
    writer.end(struct)
  } else {
    const list = writer.begin(6)
    for (const item of value) writeField(writer, 1, item)
    writer.end(list)
  }
}
