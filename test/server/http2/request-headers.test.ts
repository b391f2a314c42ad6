import { describe, expect, it } from 'vitest'
import { StreamError } from '../../../functions/server/http2/codes.ts'
import { HeaderDecoder } from '../../../functions/server/http2/hpack/header-decoder.ts'
import { readRequestHeaders } from '../../../functions/server/http2/request-headers.ts'

type Fields = readonly (readonly [name: string, value: string])[]

/** Written here by hand: what we encode ourselves is never wrong. */
const block = (fields: Fields): Buffer =>
  Buffer.concat(
    fields.flatMap(field => [
      Buffer.of(0),
      ...field.flatMap(text => [Buffer.of(text.length), Buffer.from(text, 'latin1')]),
    ]),
  )
const whole: Fields = [
  [':method', 'POST'],
  [':scheme', 'https'],
  [':path', '/'],
]
const read = (fields: Fields, trailers = false, limit = 1000) =>
  Object.fromEntries(readRequestHeaders(new HeaderDecoder(), block(fields), { limit, trailers }))

describe('headers of a request', () => {
  it('are had by name, and joined where they come twice', () => {
    const headers = read([...whole, [':authority', 'a'], ['te', 'trailers'], ['x', '1'], ['x', '2']])
    expect(headers).toEqual({ ...Object.fromEntries(whole), ':authority': 'a', te: 'trailers', x: '1, 2' })
  })

  it('as trailers need no method', () => {
    expect(read([['x', '1']], true)).toEqual({ x: '1' })
  })

  it.each<[string, Fields]>([
    ['without a method', whole.slice(1)],
    ['without a scheme', [...whole.slice(0, 1), ...whole.slice(2)]],
    ['without a path', whole.slice(0, 2)],
    ['with an empty path', [...whole.slice(0, 2), [':path', '']]],
    ['with the path twice', [...whole, [':path', '/']]],
    ['with a status', [...whole, [':status', '200']]],
    ['with the path behind others', [...whole.slice(0, 2), ['x', '1'], [':path', '/']]],
    ['with a name in capitals', [...whole, ['X', '1']]],
    ['with a name that is none', [...whole, ['a b', '1']]],
    ['without a name', [...whole, ['', '1']]],
    ['with a second line', [...whole, ['x', '1\r\ny: 2']]],
    ['with a zero byte', [...whole, ['x', '\0']]],
    ['of HTTP/1', [...whole, ['connection', 'close']]],
    ['with a wish that HTTP/2 has not', [...whole, ['te', 'gzip']]],
    ['beyond their limit', [...whole, ['x', 'y'.repeat(120)], ['z', 'y'.repeat(120)]]],
  ])('%s end their stream, or what is behind us could take them for something else', (_, fields) => {
    expect(() => read(fields, false, 400)).toThrow(StreamError)
  })

  it('of trailers may not name a path', () => {
    expect(() => read([[':path', '/']], true)).toThrow(StreamError)
  })

  it('that are wrong are read to their end all the same: later ones name what they hold', () => {
    const decoder = new HeaderDecoder()
    const indexed = (name: string, value: string) => {
      const bytes = block([[name, value]])
      bytes[0] = 0x40
      return bytes
    }
    const options = { limit: 1000, trailers: false }
    const wrong = Buffer.concat([indexed('Wrong', '1'), indexed('right', '2')])
    expect(() => readRequestHeaders(decoder, wrong, options)).toThrow(StreamError)
    const named = Buffer.concat([block(whole), Buffer.of(0x80 | 62)])
    expect(readRequestHeaders(decoder, named, options).get('right')).toBe('2')
  })
})
