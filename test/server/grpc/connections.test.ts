import { connect as connectSocket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, describe } from 'vitest'
import { limits } from '../../../functions/server/grpc/limits.ts'
import { callRaw, echoServer, framed, open, rawClient } from '../../harness/http2.ts'

const { maxIdlePings } = limits

const until = async (condition: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 500 && !condition(); tries++) await sleep(10)
  expect(condition()).toBe(true)
}

describe('stopping', () => {
  it('answers a call whose request is still on its way, and takes no other', async () => {
    const server = await echoServer()
    const session = rawClient(server.port)
    const { stream, outcome } = open(session)
    stream.write(framed('text').subarray(0, 6))
    await sleep(100)
    const stopped = server.stop(10)
    await sleep(100)
    expect(session.closed).toBe(true)
    stream.end(framed('text').subarray(6))
    const { data, trailers } = await outcome
    expect([data, trailers['grpc-status']]).toEqual([framed('text'), '0'])
    await stopped
  })

  it('cuts off at its deadline whoever does not end', async () => {
    const server = await echoServer()
    const session = rawClient(server.port)
    const { stream, outcome } = open(session)
    stream.write(framed('text').subarray(0, 6))
    const mute = connectSocket(server.port, '127.0.0.1')
    mute.on('error', () => undefined)
    await sleep(100)
    const started = performance.now()
    await server.stop(1)
    expect(performance.now() - started).toBeGreaterThan(900)
    expect(performance.now() - started).toBeLessThan(3000)
    expect((await outcome).data).toHaveLength(0)
    mute.destroy()
  })
})

describe('the age of a connection', () => {
  it('lets a call end that began before it', async () => {
    const server = await echoServer({ maxConnectionAge: 1 })
    const session = rawClient(server.port)
    const { stream, outcome } = open(session)
    stream.write(framed('text').subarray(0, 6))
    await until(() => session.closed)
    stream.end(framed('text').subarray(6))
    expect((await outcome).trailers['grpc-status']).toBe('0')
    await server.stop(1)
  })

  it('differs from one connection to the next, or all clients would come back at once', async () => {
    const server = await echoServer({ maxConnectionAge: 2 })
    const started = performance.now()
    const ends = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const session = rawClient(server.port)
        await until(() => session.closed)
        return performance.now() - started
      }),
    )
    expect(Math.min(...ends)).toBeGreaterThan(1700)
    expect(Math.max(...ends)).toBeLessThan(2700)
    expect(Math.max(...ends) - Math.min(...ends)).toBeGreaterThan(20)
    await server.stop(1)
  })
})

describe('a client that misbehaves', () => {
  it('may vanish at any moment of a call: the server goes on', async () => {
    const server = await echoServer({ answer: () => [Buffer.alloc(2 ** 20)] })
    for (let sent = 0; sent < 30; sent++) {
      const session = rawClient(server.port)
      for (let calls = 0; calls < 5; calls++) {
        const { stream } = open(session)
        stream.write(framed('text').subarray(0, sent % 12))
        if (sent % 2) stream.end()
        if (sent % 3) stream.close(8)
      }
      await sleep(sent % 5)
      session.destroy()
    }
    const session = rawClient(server.port)
    expect((await callRaw(session, [framed('text')])).data).toHaveLength(2 ** 20 + 5)
    session.close()
    await server.stop(5)
  })

  it('and does nothing but ping is sent away; one that pings as grpc-go does is not', async () => {
    const server = await echoServer()
    const session = rawClient(server.port)
    const ping = () => new Promise<boolean>(resolve => session.ping(error => resolve(error === null)))
    for (let pings = 0; pings < 2 * maxIdlePings; pings++) {
      // Calls between them are what tells a working client.
      if (pings % (maxIdlePings / 2) === 0) await callRaw(session, [framed('text')])
      expect(await ping()).toBe(true)
    }
    let answered = 0
    const reasons: string[] = []
    session.on('goaway', (code: number, _: number, words?: Buffer) =>
      reasons.push(`${code} ${words?.toString() ?? ''}`),
    )
    while (!session.destroyed && answered <= 2 * maxIdlePings) if (await ping()) answered++
    expect(answered).toBeLessThanOrEqual(maxIdlePings)
    expect(reasons[0]).toBe('11 too_many_pings')
    await server.stop(1)
  })

  it('and cancels thousands of calls loses its connection, not the server; core’s worst does not', async () => {
    const server = await echoServer()
    const burst = async (calls: number): Promise<boolean> => {
      const session = rawClient(server.port)
      for (let made = 0; made < calls && !session.destroyed; made++) {
        const { stream } = open(session)
        stream.write(framed('text').subarray(0, 6), () => stream.close(8))
        if (made % 100 === 99) await sleep(5)
      }
      await sleep(300)
      const survived = !session.closed && !session.destroyed
      session.destroy()
      return survived
    }
    expect(await burst(256)).toBe(true)
    expect(await burst(limits.nuisances.burst * 3)).toBe(false)
    const session = rawClient(server.port)
    expect((await callRaw(session, [framed('text')])).data).toEqual(framed('text'))
    session.close()
    await server.stop(1)
  })
})
