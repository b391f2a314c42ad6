import type { ClientHttp2Session } from 'node:http2'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningServer } from '../../../functions/server/server.ts'
import { callRaw, echoServer, framed, open, rawClient } from '../../harness/http2.ts'

let server: RunningServer
let session: ClientHttp2Session
beforeAll(async () => {
  server = await echoServer({
    answer: bytes => {
      if (bytes.length === 3) throw new Error('a bug with a secret in it')
      return [Buffer.from(bytes)]
    },
  })
  session = rawClient(server.port)
})
afterAll(async () => {
  session.close()
  await server.stop(1)
})

describe('a call', () => {
  it('is answered with headers, one message and OK in trailers', async () => {
    const { headers, trailers, data, reset } = await callRaw(session, [framed('text')])
    expect(headers).toMatchObject({ ':status': 200, 'content-type': 'application/grpc' })
    expect(trailers).toEqual(expect.objectContaining({ 'grpc-status': '0' }))
    expect([data, reset]).toEqual([framed('text'), 0])
  })

  it('is answered the same when each byte comes alone', async () => {
    const bytes = framed('text')
    const { data } = await callRaw(
      session,
      [...bytes].map(byte => Buffer.of(byte)),
    )
    expect(data).toEqual(bytes)
  })

  it.each(['application/grpc+proto', 'application/grpc;charset=utf-8'])('may be of type %s', async type => {
    expect((await callRaw(session, [framed('text')], { 'content-type': type })).trailers['grpc-status']).toBe('0')
  })

  it('is read when it is compressed by gzip', async () => {
    const bytes = gzipSync('text')
    const message = Buffer.concat([Buffer.of(1, 0, 0, 0, bytes.length), bytes])
    expect((await callRaw(session, [message], { 'grpc-encoding': 'gzip' })).data).toEqual(framed('text'))
  })

  it('is not worked on when its deadline has passed', async () => {
    const { headers, trailers } = await callRaw(session, [framed('text')], { 'grpc-timeout': '0n' })
    expect([headers[':status'], trailers['grpc-status']]).toEqual([200, '4'])
  })
})

describe('what is no call', () => {
  it('of another HTTP method gets 405', async () => {
    const { headers } = await callRaw(session, [framed('text')], { ':method': 'PUT' })
    expect(headers).toMatchObject({ ':status': 405, allow: 'POST' })
    const { stream, outcome } = open(session, { ':method': 'GET' })
    stream.end()
    expect((await outcome).headers[':status']).toBe(405)
  })

  it.each(['application/json', 'application/grpc-web', 'application/grpc+json', ''])(
    'of type %j gets 415',
    async type => {
      expect((await callRaw(session, [framed('text')], { 'content-type': type })).headers[':status']).toBe(415)
    },
  )
})

describe('a call that fails', () => {
  it.each([
    ['/apiextensions.fn.proto.v1.FunctionRunnerService/Other', /^unknown method Other for service apiextensions/],
    ['/apiextensions.fn.proto.v1beta1.FunctionRunnerService/RunFunction', /^unknown service apiextensions.fn.*beta1/],
    ['/', /^malformed method name$/],
  ])('because nothing is at %s gets UNIMPLEMENTED in headers alone', async (path, message) => {
    const { headers, data } = await callRaw(session, [framed('text')], { ':path': path })
    expect(headers).toMatchObject({ ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '12' })
    expect([headers['grpc-message'], data.length]).toEqual([expect.stringMatching(message), 0])
  })

  it('by a bug gets INTERNAL, and nothing of the bug', async () => {
    const { headers } = await callRaw(session, [framed('bug')])
    expect(headers).toMatchObject({
      'grpc-status': '13',
      'grpc-message': 'the function failed; its log says why',
    })
  })

  it('because it is too large is ended before all of it was sent', async () => {
    const { stream, outcome } = open(session)
    stream.write(Buffer.of(0, 0x7f, 0xff, 0xff, 0xff, 1, 2, 3))
    expect((await outcome).headers['grpc-status']).toBe('8')
  })

  it.each([
    ['nothing is sent', []],
    ['its message is cut off', [framed('text').subarray(0, 7)]],
    ['it has two messages', [framed('text'), framed('text')]],
    ['its flag means nothing', [Buffer.of(2, 0, 0, 0, 0)]],
    ['it is compressed and does not say how', [Buffer.of(1, 0, 0, 0, 0)]],
  ])('because %s gets INTERNAL: never UNIMPLEMENTED, which core takes for an older function', async (_, parts) => {
    expect((await callRaw(session, parts)).trailers['grpc-status']).toBe('13')
  })

  it('leaves the connection as it was', async () => {
    expect((await callRaw(session, [framed('text')])).data).toEqual(framed('text'))
  })
})
