import type { ClientHttp2Session } from 'node:http2'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { encodeHeaders } from '../../../functions/server/http2/hpack/encode-headers.ts'
import type { OnStream } from '../../../functions/server/http2/stream.ts'
import { callRaw, open, rawClient } from '../../harness/http2.ts'
import { http2Server, type Http2Server } from '../../harness/http2-server.ts'

/** Node's client is nghttp2: another one's reading of the same RFCs. */
let server: Http2Server
let session: ClientHttp2Session
const serve = async (...args: Parameters<typeof http2Server>): Promise<void> => {
  server = await http2Server(...args)
  session = rawClient(server.port)
}
afterEach(async () => {
  session.destroy()
  await server.close()
})

const [ok, trailers] = [encodeHeaders({ ':status': 200 }), encodeHeaders({ 'x-done': 'yes' })]

/** Gives back what it gets. */
const echo: OnStream = stream => {
  const parts: Buffer[] = []
  return {
    push: bytes => parts.push(Buffer.from(bytes)),
    end: () => stream.respond(ok, parts, trailers),
  }
}

describe('Node’s client', () => {
  it.each([0, 1, 16_384, 16_385, 1_000_000])(
    'has %d bytes arrive and come back, far beyond all windows',
    async bytes => {
      await serve(echo, { streamWindow: 70_000, connectionWindow: 100_000 })
      const body = Buffer.alloc(bytes, 'some text')
      const answers = await Promise.all(Array.from({ length: 3 }, () => callRaw(session, [body])))
      for (const { data, trailers: last, reset } of answers) {
        expect(data.equals(body)).toBe(true)
        expect([last['x-done'], reset]).toEqual(['yes', 0])
      }
    },
  )

  it('has its headers read as it has written them, call after call', async () => {
    let got: object = {}
    await serve((stream, headers) => {
      got = Object.fromEntries(headers)
      return echo(stream, headers)
    })
    const name = fc.stringMatching(/^x-[a-z0-9-]{1,20}$/)
    const value = fc.stringMatching(/^[!-~]{1,60}$/)
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, value, { maxKeys: 20 }), async headers => {
        await callRaw(session, [], headers)
        expect(got).toMatchObject(headers)
      }),
      { numRuns: 100 },
    )
  })

  it('may send more headers than a frame holds, up to the limit', async () => {
    const lengths: (number | undefined)[] = []
    await serve(
      (stream, headers) => {
        lengths.push(headers.get('x-long')?.length)
        return echo(stream, headers)
      },
      { maxHeaders: 50_000 },
    )
    await callRaw(session, [], { 'x-long': '~'.repeat(40_000) })
    expect((await callRaw(session, [], { 'x-long': '~'.repeat(60_000) })).reset).toBeGreaterThan(0)
    await callRaw(session, [], { 'x-long': 'short' })
    expect(lengths).toEqual([40_000, 5])
  })

  it('may cancel at any moment, and its other calls are answered', async () => {
    await serve(echo, { streamWindow: 70_000, connectionWindow: 100_000 })
    const body = Buffer.alloc(300_000, 'some text')
    for (let calls = 0; calls < 20; calls++) {
      const { stream } = open(session)
      stream.write(body.subarray(0, 10_000 * calls))
      if (calls % 2 === 0) stream.end()
      setTimeout(() => stream.close(8), calls % 5)
      const { data } = await callRaw(session, [body])
      expect(data.equals(body)).toBe(true)
    }
  })
})
