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
 * The codes as a tree in one array: two numbers a node, one for each bit. A positive one is the next node, a negative one is the byte
 * that is found, less one; 0 is a code that nothing has.
 */
const tree = ((): Int16Array => {
  const nodes = new Int16Array(2 * 256)
  let [used, code, length] = [1, 0, 0]
  const order = lengths
    .map((_, byte) => byte)
    .toSorted((left, right) => (lengths[left] ?? 0) - (lengths[right] ?? 0) || left - right)
  for (const byte of order) {
    const bits = lengths[byte] ?? 0
    code *= 2 ** (bits - length)
    length = bits
    let node = 0
    for (let bit = bits - 1; bit > 0; bit--) {
      const branch = 2 * node + (Math.floor(code / 2 ** bit) % 2)
      if (nodes[branch] === 0) nodes[branch] = used++
      node = nodes[branch] ?? 0
    }
    nodes[2 * node + (code % 2)] = -1 - byte
    code += 1
  }
  return nodes
})()

/** The text of a part of some bytes; `undefined` where they are no Huffman code. https://www.rfc-editor.org/rfc/rfc7541#section-5.2 */
export const decodeHuffman = (bytes: Buffer, start: number, end: number): string | undefined => {
  let text = ''
  // Since the last byte that was found: what is left in the end has to be the beginning of the code that ends a text, all ones.
  let [node, bits, ones] = [0, 0, true]
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    for (let shift = 7; shift >= 0; shift--) {
      const bit = (byte >> shift) & 1
      const next = tree[2 * node + bit] ?? 0
      if (next > 0) [node, bits, ones] = [next, bits + 1, ones && bit === 1]
      else {
        const found = -1 - next
        if (next === 0 || found === endOfText) return undefined
        text += String.fromCharCode(found)
        node = 0
        bits = 0
        ones = true
      }
    }
  }
  return bits <= longestPadding && ones ? text : undefined
}
