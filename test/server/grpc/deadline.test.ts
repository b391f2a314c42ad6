import { expect, it } from 'vitest'
import { timeoutOf } from '../../../functions/server/grpc/deadline.ts'

it.each([
  ['2H', 7_200_000],
  ['1M', 60_000],
  ['99999999S', 99_999_999_000],
  ['20000m', 20_000],
  ['1500u', 1.5],
  ['0n', 0],
  [undefined, Infinity],
])('reads %s as %s milliseconds', (header, milliseconds) => {
  expect(timeoutOf(header)).toBeCloseTo(milliseconds)
})

it.each(['', '1', 'm', '1s', '-1S', '1.5S', '123456789S', '1S '])(
  'refuses %j: no deadline would be a guess',
  header => {
    expect(() => timeoutOf(header)).toThrow(expect.objectContaining({ code: 13, message: 'malformed grpc-timeout' }))
  },
)
