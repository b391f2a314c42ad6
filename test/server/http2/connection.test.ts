import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { ErrorCode, Flag, FrameType } from '../../../functions/server/http2/codes.ts'
import { encodeHeaders } from '../../../functions/server/http2/hpack/encode-headers.ts'
import { frameClient, greetedClient, preface, requestHeaders, type Frame } from '../../harness/frames.ts'
import { answering, http2Server, type Http2Server } from '../../harness/http2-server.ts'

const whole = Flag.endHeaders | Flag.endStream
const isGoAway = ({ type }: Frame): boolean => type === FrameType.goAway
const goAwayIn = ({ payload }: Frame) => ({
  last: payload.readUInt32BE(0),
  code: payload.readUInt32BE(4),
  words: payload.toString('utf8', 8),
})
const endOf = (stream: number) => (frame: Frame) => frame.stream === stream && (frame.flags & Flag.endStream) !== 0

let server: Http2Server
const serve = async (...args: Parameters<typeof http2Server>): Promise<number> => {
  server = await http2Server(...args)
  return server.port
}
afterEach(() => server.close())

describe('a client', () => {
  it('that does not speak HTTP/2 is sent away, wherever its bytes are cut', async () => {
    const port = await serve(answering(1))
    for (const sent of ['GET / HTTP/1.1\r\n\r\n', `${preface.slice(0, 20)}xxxx`]) {
      const client = await frameClient(port)
      client.socket.write(sent)
      expect(goAwayIn(await client.until(isGoAway))).toMatchObject({ code: ErrorCode.protocolError })
      await client.closed
    }
  })

  it('is told what it may do', async () => {
    const client = await frameClient(await serve(answering(1), { maxStreams: 7, streamWindow: 1000, maxHeaders: 99 }))
    const { payload } = await client.until(({ type }) => type === FrameType.settings)
    const settings = Array.from({ length: payload.length / 6 }, (_, index) => [
      payload.readUInt16BE(6 * index),
      payload.readUInt32BE(6 * index + 2),
    ])
    expect(Object.fromEntries(settings)).toEqual({ 3: 7, 4: 1000, 6: 99 })
    client.socket.destroy()
  })

  it('that begins more than it may has those refused, which it may repeat', async () => {
    const client = await greetedClient(await serve(answering(1), { maxStreams: 1 }))
    client.send(FrameType.headers, Flag.endHeaders, 1, requestHeaders())
    client.send(FrameType.headers, whole, 3, requestHeaders())
    const reset = await client.until(({ stream }) => stream === 3)
    expect([reset.type, reset.payload.readUInt32BE(0)]).toEqual([FrameType.resetStream, ErrorCode.refusedStream])
    client.send(FrameType.data, Flag.endStream, 1)
    await client.until(endOf(1))
    client.socket.destroy()
  })

  it('that sends more than was asked for loses its stream, and keeps its others', async () => {
    const client = await greetedClient(await serve(answering(1), { streamWindow: 10 }))
    client.send(FrameType.headers, Flag.endHeaders, 1, requestHeaders())
    client.send(FrameType.data, 0, 1, Buffer.alloc(11))
    const reset = await client.until(({ type }) => type === FrameType.resetStream)
    expect(reset.payload.readUInt32BE(0)).toBe(ErrorCode.flowControlError)
    client.send(FrameType.headers, whole, 3, requestHeaders())
    await client.until(endOf(3))
    client.socket.destroy()
  })

  it('that takes nothing of its answers has no more of them waiting than it may have at once', async () => {
    let asked = 0
    const port = await serve((stream, headers) => {
      asked += 1
      return answering(10_000)(stream, headers)
    })
    const client = await greetedClient(port)
    // All of it may be sent, as far as HTTP/2 goes.
    client.send(FrameType.windowUpdate, 0, 0, Buffer.of(0x7f, 0, 0, 0))
    await client.until(({ type, flags }) => type === FrameType.settings && flags === Flag.ack)
    client.socket.pause()
    const requests = 20_000
    for (let stream = 1; stream < 2 * requests; stream += 2)
      client.send(FrameType.headers, whole, stream, requestHeaders())
    await sleep(500)
    expect(asked).toBeGreaterThan(10)
    // What the system holds of both directions is some megabytes.
    expect(asked).toBeLessThan(requests / 4)
    const before = asked
    await sleep(200)
    expect(asked).toBe(before)
    client.socket.destroy()
  })

  it('may send its headers piece by piece, and each when it likes', async () => {
    const port = await serve((stream, headers) => {
      stream.respondOnly(encodeHeaders({ ':status': 200, 'x-got': headers.get('x-sent') ?? '' }))
      return { push: () => undefined, end: () => undefined }
    })
    const client = await greetedClient(port)
    const block = requestHeaders({ 'x-sent': 'some text' })
    for (let at = 0; at < block.length; at += 20) {
      const [first, last] = [at === 0, at + 20 >= block.length]
      const flags = (first ? Flag.endStream : 0) | (last ? Flag.endHeaders : 0)
      client.send(first ? FrameType.headers : FrameType.continuation, flags, 1, block.subarray(at, at + 20))
      await sleep(20)
    }
    expect((await client.until(endOf(1))).payload.toString()).toContain('some text')
    client.socket.destroy()
  })

  it('that sends headers without end is sent away before they fill the memory', async () => {
    const client = await greetedClient(await serve(answering(1)))
    client.send(FrameType.headers, 0, 1, requestHeaders())
    for (let frames = 0; frames < 20; frames++) client.send(FrameType.continuation, 0, 1)
    expect(goAwayIn(await client.until(isGoAway))).toMatchObject({ code: ErrorCode.enhanceYourCalm })
    client.socket.destroy()
  })

  it('that has its streams end by mistakes, over and over, is sent away as one that cancels them', async () => {
    const client = await greetedClient(await serve(answering(1), { nuisances: { burst: 50, perSecond: 1 } }))
    for (let stream = 1; stream < 200; stream += 2) {
      client.send(FrameType.headers, Flag.endHeaders, stream, requestHeaders())
      client.send(FrameType.windowUpdate, 0, stream, Buffer.alloc(4))
    }
    expect(goAwayIn(await client.until(isGoAway))).toMatchObject({ code: ErrorCode.enhanceYourCalm })
    client.socket.destroy()
  })

  it('may send anything: the server does not end, and the next client is answered', async () => {
    const port = await serve(answering(10))
    const frame = fc.record({
      type: fc.integer({ min: 0, max: 10 }),
      flags: fc.constantFrom(0, 1, 4, 5, 8, 12, 32, 37),
      stream: fc.integer({ min: 0, max: 9 }),
      payload: fc.oneof(
        fc.uint8Array({ maxLength: 30 }).map(bytes => Buffer.from(bytes)),
        fc.constantFrom(requestHeaders(), Buffer.alloc(4), Buffer.alloc(8), Buffer.of(0, 0, 0, 1)),
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { maxLength: 12 }), async frames => {
        const client = await greetedClient(port)
        for (const { type, flags, stream, payload } of frames) client.send(type, flags, stream, payload)
        client.socket.end()
        await client.closed
      }),
      { numRuns: 300 },
    )
    expect(server.connections).toHaveLength(300)
    const client = await greetedClient(port)
    client.send(FrameType.headers, whole, 1, requestHeaders())
    await client.until(endOf(1))
    client.socket.destroy()
  })
})

describe('a bug in whoever answers', () => {
  it('ends its connection and no other', async () => {
    const port = await serve(stream => {
      if (stream.id === 3) throw new Error('a bug with a secret in it')
      return answering(1)(stream, new Map())
    })
    const client = await greetedClient(port)
    client.send(FrameType.headers, whole, 3, requestHeaders())
    expect(goAwayIn(await client.until(isGoAway))).toMatchObject({ code: ErrorCode.internalError, words: '' })
    const next = await greetedClient(port)
    next.send(FrameType.headers, whole, 1, requestHeaders())
    await next.until(endOf(1))
    next.socket.destroy()
  })
})

describe('retiring', () => {
  const retired = async () => {
    const client = await greetedClient(await serve(answering(5)))
    client.send(FrameType.headers, whole, 1, requestHeaders())
    await client.until(endOf(1))
    server.connections[0]?.retire()
    expect(goAwayIn(await client.until(isGoAway))).toMatchObject({ last: 2 ** 31 - 1, code: ErrorCode.noError })
    return { client, ping: await client.until(({ type }) => type === FrameType.ping) }
  }
  const isLast = (frame: Frame) => isGoAway(frame) && goAwayIn(frame).last !== 2 ** 31 - 1

  it('still takes what its client began before it had heard of it: of what is large that has kept no copy', async () => {
    const { client, ping } = await retired()
    client.send(FrameType.headers, whole, 3, requestHeaders())
    await client.until(endOf(3))
    client.send(FrameType.ping, Flag.ack, 0, ping.payload)
    expect(goAwayIn(await client.until(isLast))).toMatchObject({ last: 3, code: ErrorCode.noError })
    await once(client.socket, 'end')
    client.socket.destroy()
  })

  it('ignores what is begun behind the last that it has named, and answers what was not whole by then', async () => {
    const { client, ping } = await retired()
    client.send(FrameType.headers, Flag.endHeaders, 3, requestHeaders())
    client.send(FrameType.ping, Flag.ack, 0, ping.payload)
    await client.until(isLast)
    client.send(FrameType.headers, whole, 5, requestHeaders())
    client.send(FrameType.data, Flag.endStream, 3, Buffer.from('text'))
    await client.until(endOf(3))
    await once(client.socket, 'end')
    expect(client.frames().filter(({ stream }) => stream === 5)).toEqual([])
    client.socket.destroy()
  })

  it('lets a client take its time with what it was sent', async () => {
    const client = await greetedClient(await serve(answering(20 * 2 ** 20)))
    client.send(FrameType.windowUpdate, 0, 0, Buffer.of(0x7f, 0, 0, 0))
    client.send(FrameType.settings, 0, 0, Buffer.of(0, 4, 0x7f, 0xff, 0xff, 0xff))
    client.send(FrameType.headers, whole, 1, requestHeaders())
    await client.until(({ type }) => type === FrameType.headers)
    client.socket.pause()
    server.connections[0]?.retire()
    await sleep(5000)
    client.socket.resume()
    await client.until(endOf(1))
    const data = client.frames().filter(({ type }) => type === FrameType.data)
    expect(data.reduce((sum, { payload }) => sum + payload.length, 0)).toBe(20 * 2 ** 20)
    client.socket.destroy()
  })

  it('does not wait for a client that answers no ping', async () => {
    const { client } = await retired()
    expect(goAwayIn(await client.until(isLast))).toMatchObject({ last: 1 })
    await client.closed
  })
})

it('an answer before the end of its request has the client stop, and what still comes of it is no error', async () => {
  const port = await serve(stream => {
    stream.respondOnly(encodeHeaders({ ':status': 415 }))
    return { push: () => undefined, end: () => undefined }
  })
  const client = await greetedClient(port)
  client.send(FrameType.headers, Flag.endHeaders, 1, requestHeaders())
  const reset = await client.until(({ type }) => type === FrameType.resetStream)
  expect([reset.stream, reset.payload.readUInt32BE(0)]).toEqual([1, ErrorCode.noError])
  client.send(FrameType.data, 0, 1, Buffer.from('more'))
  client.send(FrameType.data, Flag.endStream, 1, Buffer.from('more'))
  client.send(FrameType.headers, Flag.endHeaders, 3, requestHeaders())
  await client.until(endOf(3))
  const resets = client.frames().filter(({ type, stream }) => type === FrameType.resetStream && stream === 1)
  expect(resets).toHaveLength(1)
  client.socket.destroy()
})
