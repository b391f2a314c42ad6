import { describe, expect, it } from 'vitest'
import { initialWindowIn } from '../../../functions/server/http2/client-settings.ts'
import { ErrorCode } from '../../../functions/server/http2/codes.ts'

const settings = (...entries: readonly (readonly [setting: number, value: number])[]): Buffer =>
  Buffer.concat(
    entries.map(([setting, value]) => {
      const bytes = Buffer.alloc(6)
      bytes.writeUInt16BE(setting)
      bytes.writeUInt32BE(value, 2)
      return bytes
    }),
  )

describe('what a client says that it takes', () => {
  it('is the last that it says, and nothing where it is silent', () => {
    expect(initialWindowIn(settings([4, 1], [99, 7], [4, 5]))).toBe(5)
    expect(initialWindowIn(settings([1, 0], [5, 20_000]))).toBeUndefined()
  })

  it.each([
    ['a window beyond 2^31 - 1', settings([4, 2 ** 31]), ErrorCode.flowControlError],
    ['frames below what all take', settings([5, 16_383]), ErrorCode.protocolError],
    ['frames beyond 2^24 - 1', settings([5, 2 ** 24]), ErrorCode.protocolError],
    ['a push that is neither on nor off', settings([2, 2]), ErrorCode.protocolError],
    ['half an entry', settings([4, 1]).subarray(0, 3), ErrorCode.frameSizeError],
  ])('can’t be %s', (_, payload, code) => {
    expect(() => initialWindowIn(payload)).toThrow(expect.objectContaining({ name: 'ConnectionError', code }))
  })
})
