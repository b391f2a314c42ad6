import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunningServer } from '../../../functions/server/server.ts'
import { callRaw, echoServer, open, rawClient, frame } from '../../harness/http2.ts'

const service = 'apiextensions.fn.proto.v1.FunctionRunnerService'
const asking = (name: string) => frame(Buffer.concat([Buffer.of(0x0a, name.length), Buffer.from(name)]))
const status = (value: number) => frame(Buffer.of(8, value))
const method = (name: string) => ({ ':path': `/grpc.health.v1.Health/${name}` })

let server: RunningServer
let session: ReturnType<typeof rawClient>
const connectTo = async (maxConnectionAge: number) => {
  server = await echoServer({ maxConnectionAge })
  session = rawClient(server.port)
}
beforeEach(() => connectTo(300))
afterEach(async () => {
  session.close()
  await server.stop(1)
})

/** Watches a service, and gives what has been heard so far. */
const watch = (name: string) => {
  const { stream, outcome } = open(session, method('Watch'))
  const heard: Buffer[] = []
  stream.on('data', (chunk: Buffer) => heard.push(chunk))
  stream.end(asking(name))
  return { stream, heard, outcome }
}

describe('health', () => {
  it.each(['', service])('of %j is serving', async name => {
    expect((await callRaw(session, [asking(name)], method('Check'))).data).toEqual(status(1))
  })

  it('of a service that is not here is NOT_FOUND', async () => {
    expect((await callRaw(session, [asking('other')], method('Check'))).trailers['grpc-status']).toBe('5')
  })

  it('is not told to bytes that are no question', async () => {
    const { trailers } = await callRaw(session, [frame(Buffer.of(0x0a, 9))], method('Check'))
    expect(trailers['grpc-status']).toBe('3')
  })

  it('is listed for all services', async () => {
    const { data } = await callRaw(session, [frame(Buffer.alloc(0))], method('List'))
    expect(data.toString('latin1')).toContain(service)
  })
})

describe('who watches', () => {
  it('hears that the server stops, and is let go, or stopping would wait for the deadline', async () => {
    const { heard, outcome } = watch(service)
    while (heard.length === 0) await sleep(5)
    expect(heard).toEqual([status(1)])
    const started = performance.now()
    await server.stop(10)
    expect(performance.now() - started).toBeLessThan(3000)
    const { data, trailers } = await outcome
    expect([data, trailers['grpc-status']]).toEqual([Buffer.concat([status(1), status(2)]), '14'])
  })

  it('of a service that is not here hears so, and waits', async () => {
    const { heard, stream } = watch('other')
    while (heard.length === 0) await sleep(5)
    expect([heard, stream.closed]).toEqual([[status(3)], false])
  })

  it('goes away without harm', async () => {
    const { heard, stream, outcome } = watch('')
    while (heard.length === 0) await sleep(5)
    stream.close(8)
    await outcome
    expect((await callRaw(session, [asking('')], method('Check'))).data).toEqual(status(1))
  })

  it('does not keep a connection open beyond its age', async () => {
    await server.stop(1)
    await connectTo(1)
    const { outcome } = watch('')
    const started = performance.now()
    expect((await outcome).trailers['grpc-status']).toBe('14')
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
