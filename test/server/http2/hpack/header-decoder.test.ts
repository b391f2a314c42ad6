import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConnectionError } from '../../../../functions/server/http2/codes.ts'
import { encodeHeaders } from '../../../../functions/server/http2/hpack/encode-headers.ts'
import { HeaderDecoder } from '../../../../functions/server/http2/hpack/header-decoder.ts'

const read = (decoder: HeaderDecoder, bytes: Buffer): readonly string[] => {
  const fields: string[] = []
  decoder.decode(bytes, ([name, value]) => fields.push(`${name}: ${value}`))
  return fields
}
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')

describe('blocks of headers, one after the other', () => {
  // https://www.rfc-editor.org/rfc/rfc7541#appendix-C.3 and C.4
  const expected = [
    [':method: GET', ':scheme: http', ':path: /', ':authority: www.example.com'],
    [':method: GET', ':scheme: http', ':path: /', ':authority: www.example.com', 'cache-control: no-cache'],
    [':method: GET', ':scheme: https', ':path: /index.html', ':authority: www.example.com', 'custom-key: custom-value'],
  ]

  it.each([
    [
      'plain',
      [
        '8286 8441 0f77 7777 2e65 7861 6d70 6c65 2e63 6f6d',
        '8286 84be 5808 6e6f 2d63 6163 6865',
        '8287 85bf 400a 6375 7374 6f6d 2d6b 6579 0c63 7573 746f 6d2d 7661 6c75 65',
      ],
    ],
    [
      'in Huffman’s code',
      [
        '8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff',
        '8286 84be 5886 a8eb 1064 9cbf',
        '8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf',
      ],
    ],
  ])('are read as in the RFC, %s', (_, blocks) => {
    const decoder = new HeaderDecoder()
    expect(blocks.map(block => read(decoder, hex(block)))).toEqual(expected)
  })

  it('forget the oldest when the table is full, and never name one that is forgotten', () => {
    const decoder = new HeaderDecoder()
    // 4096 bytes hold 53 entries of 77.
    const literal = (index: number) => {
      const value = `value-${String(index).padStart(33, '0')}`
      return Buffer.concat([Buffer.of(0x40, 6), Buffer.from('name-x'), Buffer.of(value.length), Buffer.from(value)])
    }
    for (let index = 0; index < 500; index++) read(decoder, literal(index))
    const at = (number: number) => read(decoder, Buffer.of(0x80 | number))[0]
    expect(at(62)).toMatch(/0499$/)
    expect(at(62 + 52)).toMatch(/0447$/)
    expect(() => at(62 + 53)).toThrow('no header has the number 115')
  })

  it('forget all when the client has its table emptied', () => {
    const decoder = new HeaderDecoder()
    read(decoder, hex('8286 8441 0f77 7777 2e65 7861 6d70 6c65 2e63 6f6d'))
    expect(read(decoder, hex('20 82'))).toEqual([':method: GET'])
    expect(() => read(decoder, hex('be'))).toThrow('no header has the number 62')
  })
})

describe('a block that is none', () => {
  it.each([
    ['a number that nothing has', '80'],
    ['a name that nothing has', '7f00 0161'],
    ['a table larger than allowed', '3fe2 1f'],
    ['a change of the table behind a header', '8220'],
    ['a number without end', 'ffff ffff ffff'],
    ['a text that is cut off', '4003 61'],
    ['a value that is missing', '4001 61'],
    ['a broken Huffman code', '4081 fe01 61'],
  ])('ends the connection, whose later ones could not be read: %s', (_, bytes) => {
    expect(() => read(new HeaderDecoder(), hex(bytes))).toThrow(ConnectionError)
  })

  it('throws nothing else, whatever a client sends', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 5 }), blocks => {
        const decoder = new HeaderDecoder()
        for (const block of blocks) {
          try {
            read(decoder, Buffer.from(block))
          } catch (error) {
            expect(error).toBeInstanceOf(ConnectionError)
          }
        }
      }),
      { numRuns: 5000 },
    )
  })
})

it('headers that we encode are read as they were, or an answer would say something else', () => {
  const name = fc.stringMatching(/^:?[a-z-]{1,200}$/)
  const value = fc.string({
    unit: fc.integer({ min: 32, max: 126 }).map(code => String.fromCharCode(code)),
    maxLength: 300,
  })
  fc.assert(
    fc.property(fc.dictionary(name, value), headers => {
      const decoder = new HeaderDecoder()
      expect(read(decoder, encodeHeaders(headers))).toEqual(Object.entries(headers).map(field => field.join(': ')))
    }),
  )
})
