import { assert, property, string } from 'fast-check'
import { status } from '@grpc/grpc-js'
import { expect, it } from 'vitest'
import { Code, percentEncode, StatusError, statusHeaders } from '../../../functions/server/grpc/status.ts'

it('has the numbers that other gRPC libraries have', () => {
  const names = {
    ok: 'OK',
    invalidArgument: 'INVALID_ARGUMENT',
    deadlineExceeded: 'DEADLINE_EXCEEDED',
    notFound: 'NOT_FOUND',
    resourceExhausted: 'RESOURCE_EXHAUSTED',
    unimplemented: 'UNIMPLEMENTED',
    internal: 'INTERNAL',
    unavailable: 'UNAVAILABLE',
  } as const satisfies Record<keyof typeof Code, keyof typeof status>
  expect(Code).toEqual(Object.fromEntries(Object.entries(names).map(([name, known]) => [name, status[known]])))
})

it('sends any text so that a client reads the same, and no header that HTTP/2 forbids', () => {
  assert(
    property(string({ unit: 'binary' }), text => {
      const encoded = percentEncode(text)
      expect(decodeURIComponent(encoded)).toBe(text.toWellFormed())
      expect(encoded).toMatch(/^(?:[!-~](?:[ -~]*[!-~])?)?$/)
    }),
  )
})

it('leaves readable what can be', () => {
  expect(percentEncode('a field: 100% of “it”')).toBe('a field: 100%25 of %E2%80%9Cit%E2%80%9D')
  expect(percentEncode('line\none ')).toBe('line%0Aone%20')
  expect(percentEncode('half a \uD83D pair')).toBe('half a %EF%BF%BD pair')
})

it('sends further headers along', () => {
  expect(statusHeaders(new StatusError(Code.unimplemented, 'no', { 'grpc-accept-encoding': 'gzip' }))).toEqual({
    'grpc-status': 12,
    'grpc-message': 'no',
    'grpc-accept-encoding': 'gzip',
  })
})
