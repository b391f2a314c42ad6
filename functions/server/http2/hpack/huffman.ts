/**
 * How many bits each byte's code has, from 0 to 255, and the code that ends a text. The codes themselves follow: of each length in
 * the order of the bytes, shorter ones first. https://www.rfc-editor.org/rfc/rfc7541#appendix-B
 */
const lengths = `
13 23 28 28 28 28 28 28 28 24 30 28 28 30 28 28 28 28 28 28 28 28 30 28 28 28 28 28 28 28 28 28
6 10 10 12 13 6 8 11 10 10 8 11 8 6 6 6 5 5 5 6 6 6 6 6 6 6 7 8 15 6 12 10
13 6 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 7 8 7 8 13 19 13 14 6
15 5 6 5 6 5 6 6 6 5 7 7 6 6 6 5 6 7 6 5 5 6 7 7 7 7 7 15 11 14 13 28
20 22 20 20 22 22 22 23 22 23 23 23 23 23 24 23 24 24 22 23 24 23 23 23 23 21 22 23 22 23 23 24
22 21 20 22 22 23 23 21 23 22 22 24 21 22 23 23 21 21 22 21 23 22 23 23 20 22 22 22 23 22 22 23
26 26 20 19 22 23 22 25 26 26 26 27 27 26 24 25 19 21 26 27 27 26 27 24 21 21 26 26 28 27 27 27
20 24 20 21 22 21 21 23 22 22 25 25 24 24 26 23 26 27 26 26 27 27 27 27 27 28 27 27 27 27 27 26
30`
  .trim()
  .split(/\s/)
  .map(Number)

/** The number in `lengths` that stands for no byte. */
const endOfText = 256
const longestPadding = 7

/**
 * The bytes by the length of their code. The codes of one length are numbers in a row, in the order of the bytes: a code is found by how
 * far it is behind the first of its length. A tree would take a loop that V8 finds hot before the first call.
 */
const byLength: readonly number[][] = Array.from({ length: Math.max(...lengths) + 1 }, () => [])
lengths.forEach((bits, byte) => byLength[bits]?.push(byte))

/** The text of a part of some bytes; `undefined` where they are no Huffman code. https://www.rfc-editor.org/rfc/rfc7541#section-5.2 */
export const decodeHuffman = (bytes: Buffer, start: number, end: number): string | undefined => {
  let text = ''
  // Since the last byte that was found: the bits, how many, and the first code that is as long.
  let [code, bits, first] = [0, 0, 0]
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    for (let shift = 7; shift >= 0; shift--) {
      code = (code << 1) | ((byte >> shift) & 1)
      bits += 1
      const codes = byLength[bits] ?? []
      const found = codes[code - first]
      if (found === undefined) first = (first + codes.length) << 1
      else {
        if (found === endOfText) return undefined
        text += String.fromCharCode(found)
        code = 0
        bits = 0
        first = 0
      }
    }
  }
  // What is left has to be the beginning of the code that ends a text, all ones.
  return bits <= longestPadding && code + 1 === 2 ** bits ? text : undefined
}
