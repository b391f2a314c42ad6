import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decompress } from '../../../functions/server/grpc/compression.ts'

const text = Buffer.from('a message '.repeat(1000))
const zipped = { compressed: true, bytes: gzipSync(text) }

describe('a compressed message', () => {
  it('is read when it is gzip, which grpc-go has built in', () => {
    expect(decompress(zipped, 'gzip', text.length)).toEqual(text)
  })

  it('of no bytes at all is read too', () => {
    expect(decompress({ compressed: true, bytes: gzipSync('') }, 'gzip', 100)).toEqual(Buffer.alloc(0))
  })

  it('is read when there is no limit', () => {
    expect(decompress(zipped, 'gzip', Infinity)).toEqual(text)
  })

  it('is refused when it would be larger than the limit: a few kilobytes could ask for gigabytes', () => {
    expect(() => decompress(zipped, 'gzip', text.length - 1)).toThrow(
      expect.objectContaining({
        code: 8,
        message: `received message larger than max after decompression (${text.length - 1} bytes); --max-recv-message-size raises it`,
      }),
    )
  })

  it('is refused with what is accepted when it is anything else', () => {
    expect(() => decompress(zipped, 'snappy', 100)).toThrow(
      expect.objectContaining({ code: 12, headers: { 'grpc-accept-encoding': 'identity,gzip' } }),
    )
  })

  it.each([undefined, 'identity'])('is refused when grpc-encoding is %s', encoding => {
    expect(() => decompress(zipped, encoding, 100)).toThrow(expect.objectContaining({ code: 13 }))
  })

  it('is refused when it is not what it says', () => {
    expect(() => decompress({ compressed: true, bytes: text }, 'gzip', 2 ** 20)).toThrow(
      expect.objectContaining({ code: 13, message: 'a message says that it is gzip and is not' }),
    )
  })
})

it('a message that is not compressed is passed on, whatever the client can do', () => {
  expect(decompress({ compressed: false, bytes: text }, 'gzip', 1)).toBe(text)
})
