/** The names of fields are few and come again in every call: a table spares making them anew. It never grows. */
const table = Array.from<string>({ length: 2048 }).fill('')

/** The longest key that is looked up. */
const longest = 48

/**
 * The string at a place, from the table; `undefined` when it is long or not plain ASCII. Only field names go in: a table of
 * values would keep passwords.
 */
export const keyAt = (bytes: Buffer, start: number, length: number): string | undefined => {
  if (length === 0 || length > longest) return undefined
  const [first = 0, middle = 0, last = 0] = [bytes[start], bytes[start + (length >> 1)], bytes[start + length - 1]]
  const slot = (length * 131 + first * 31 + middle * 7 + last * 59) % table.length
  const known = table[slot] ?? ''
  if (isAt(known, bytes, start, length)) return known
  for (let index = start; index < start + length; index++) if ((bytes[index] ?? 0) >= 0x80) return undefined
  const key = bytes.toString('latin1', start, start + length)
  table[slot] = key
  return key
}

const isAt = (text: string, bytes: Buffer, start: number, length: number): boolean => {
  if (text.length !== length) return false
  for (let index = 0; index < length; index++) if (text.charCodeAt(index) !== bytes[start + index]) return false
  return true
}
