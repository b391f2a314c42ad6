import { describe, expect, it } from 'vitest'
import { decodeHuffman } from '../../../../functions/server/http2/hpack/huffman.ts'

const decode = (hex: string): string | undefined => {
  const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex')
  return decodeHuffman(bytes, 0, bytes.length)
}

describe('a text in Huffman’s code', () => {
  // https://www.rfc-editor.org/rfc/rfc7541#appendix-C.4 and C.6
  it.each([
    ['f1e3 c2e5 f23a 6ba0 ab90 f4ff', 'www.example.com'],
    ['a8eb 1064 9cbf', 'no-cache'],
    ['25a8 49e9 5ba9 7d7f', 'custom-key'],
    ['25a8 49e9 5bb8 e8b4 bf', 'custom-value'],
    ['6402', '302'],
    ['aec3 771a 4b', 'private'],
    ['d07a be94 1054 d444 a820 0595 040b 8166 e082 a62d 1bff', 'Mon, 21 Oct 2013 20:13:21 GMT'],
    ['9d29 ad17 1863 c78f 0b97 c8e9 ae82 ae43 d3', 'https://www.example.com'],
    [
      '94e7 821d d7f2 e6c7 b335 dfdf cd5b 3960 d5af 2708 7f36 72c1 ab27 0fb5 291f 9587 3160 65c0 03ed 4ee5 b106 3d50 07',
      'foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1',
    ],
    ['', ''],
  ])('is read as in the RFC: %s', (hex, text) => {
    expect(decode(hex)).toBe(text)
  })

  it.each([
    ['that is cut off within a code', 'fe'],
    ['that is padded by more than seven bits', 'a8eb 1064 9cbf ff'],
    ['that is padded by zeros', '18'],
    ['that holds the end of a text', 'ffff fffc'],
  ])('%s is refused, or two readers could differ', (_, hex) => {
    expect(decode(hex)).toBeUndefined()
  })
})
