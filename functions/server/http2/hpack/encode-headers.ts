import { staticTable } from './static-table.ts'

/** The table of the answers' headers is empty: so whatever size a client wants for it holds, and no answer depends on another one. */
const emptyTable = Buffer.of(0x20)

/** The number of a name in the table that everybody has; 0 for none. */
const numbers = new Map(staticTable.map(([name], index) => [name, index + 1] as const).toReversed())

/** A block of headers in which nothing is remembered: https://www.rfc-editor.org/rfc/rfc7541#section-6.2.2 */
export const encodeHeaders = (headers: Readonly<Record<string, string | number>>): Buffer =>
  Buffer.concat([
    emptyTable,
    ...Object.entries(headers).flatMap(([name, value]) => {
      const number = numbers.get(name) ?? 0
      return [integer(4, number), ...(number === 0 ? [text(name)] : []), text(String(value))]
    }),
  ])

const text = (value: string): Buffer => {
  const bytes = Buffer.from(value, 'latin1')
  return Buffer.concat([integer(7, bytes.length), bytes])
}

/** In the last bits of a byte, and further bytes where they don't suffice. */
const integer = (bits: number, value: number): Buffer => {
  const most = 2 ** bits - 1
  if (value < most) return Buffer.of(value)
  const bytes = [most]
  let rest = value - most
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push(128 + (rest % 128))
  return Buffer.of(...bytes, rest)
}
