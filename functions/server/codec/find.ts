import type { Reader } from './reader.ts'
import { entryTag, itemTag, keyTag, valueTag } from './tags.ts'

/**
 * Moves a reader from the beginning of a Struct to the Value under a key, passing over all others. As in protobuf, of several
 * the last one wins. @returns whether there is one
 */
export const toValue = (reader: Reader, key: string): boolean => {
  let [start, end] = [-1, -1]
  const plain = isPlain(key)
  while (!reader.done) {
    if (plain && passedPlainEntry(reader, key)) continue
    const tag = reader.tag()
    if (tag !== entryTag) {
      reader.passOver(tag)
      continue
    }
    const outer = reader.enter()
    let found = key === ''
    // An entry without a value is null, which is what an empty Value is.
    let [from, to] = [reader.position, reader.position]
    while (!reader.done) {
      const field = reader.tag()
      if (field === keyTag) found = reader.isText(key)
      else if (field === valueTag) {
        from = reader.embedded()
        to = reader.position
      } else reader.passOver(field)
    }
    reader.leave(outer)
    if (found) [start, end] = [from, to]
  }
  if (start < 0) return false
  reader.moveTo(start, end)
  return true
}

/** Whether a key has as many bytes as letters, and at least one. */
const isPlain = (key: string): boolean => {
  for (let index = 0; index < key.length; index++) if (key.charCodeAt(index) >= 0x80) return false
  return key !== ''
}

/**
 * Passes over an entry of another key that is written as every encoder writes one: the key, then the value, both short of two
 * megabytes. Nearly all are; what is not is left to be read with care. @returns whether it has passed
 */
const passedPlainEntry = (reader: Reader, key: string): boolean => {
  const { bytes, end } = reader
  let at = reader.position
  if (bytes[at++] !== entryTag) return false
  let length = bytes[at++] ?? 0
  if (length >= 0x80) length += ((bytes[at++] ?? 0) - 1) * 0x80
  if (length >= 0x4000) length += ((bytes[at++] ?? 0) - 1) * 0x4000
  const next = at + length
  if (length >= 0x200000 || next > end || bytes[at++] !== keyTag) return false
  const keyLength = bytes[at++] ?? 0
  if (keyLength >= 0x80 || (keyLength === key.length && bytes[at] === key.charCodeAt(0))) return false
  at += keyLength
  if (bytes[at++] !== valueTag) return false
  let rest = bytes[at++] ?? 0
  if (rest >= 0x80) rest += ((bytes[at++] ?? 0) - 1) * 0x80
  if (rest >= 0x4000) rest += ((bytes[at++] ?? 0) - 1) * 0x4000
  if (at + rest !== next) return false
  reader.position = next
  return true
}

/** Where the items of a ListValue begin and end. */
export const items = (reader: Reader): readonly (readonly [start: number, end: number])[] => {
  const ranges: [number, number][] = []
  while (!reader.done) {
    const tag = reader.tag()
    if (tag === itemTag) ranges.push([reader.embedded(), reader.position])
    else reader.passOver(tag)
  }
  return ranges
}
