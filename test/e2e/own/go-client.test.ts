import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuthority, issue } from '../../../control-plane/certificates.ts'
import { kinds } from '../../../functions/kinds/index.ts'
import { createAnswer } from '../../../functions/server/answer.ts'
import { mutualTls } from '../../../functions/server/certificates.ts'
import type { RunningServer } from '../../../functions/server/server.ts'
import { writeIdentity } from '../../../cli/function/certificates.ts'
import { echoServer } from '../../harness/http2.ts'
import { bytesOf, request } from '../../harness/requests.ts'
import { certificateFolders, type Folders } from '../../harness/server.ts'
import { buildGoClient, runGoClient, type Calls, type Health } from './go-client.ts'

/** Crossplane calls us by Go's gRPC library. What that library makes of our server is the contract; it needs no control plane. */
let program: string
let folders: Folders
let scratch: string
beforeAll(async () => {
  program = await buildGoClient()
  folders = certificateFolders()
  scratch = mkdtempSync(join(tmpdir(), 'roadbed-go-'))
})
afterAll(() => {
  folders.remove()
  rmSync(scratch, { recursive: true, force: true })
})

type Changes = Parameters<typeof echoServer>[0]

/** A server with mutual TLS, for as long as the work takes. */
const serving = async <T>(work: (server: RunningServer) => Promise<T>, changes: Changes = {}): Promise<T> => {
  const server = await echoServer({ credentials: mutualTls(folders.server), maxReceive: 16 * 2 ** 20, ...changes })
  try {
    return await work(server)
  } finally {
    await server.stop(5)
  }
}

const fileOf = (bytes: Uint8Array): string => {
  const path = join(scratch, `${bytes.length}`)
  writeFileSync(path, bytes)
  return path
}

const body = (bytes: number) => fileOf(Buffer.alloc(bytes, 'some text'))

const call = (
  { port }: RunningServer,
  path: string,
  flags: Readonly<Record<string, string | number | boolean>> = {},
): Promise<Calls> =>
  runGoClient(program, { address: `localhost:${port}`, tls: folders.client, request: path, expect: path, ...flags })

const health = ({ port }: RunningServer, flags: Readonly<Record<string, string | number | boolean>>): Promise<Health> =>
  runGoClient(program, { address: `localhost:${port}`, tls: folders.client, ...flags })

describe('Go’s client', () => {
  it('is answered by the function over mutual TLS', async () => {
    const path = fileOf(bytesOf(request()))
    const { codes } = await serving(server => call(server, path, { expect: '' }), { answer: createAnswer({ kinds }) })
    expect(codes).toEqual({ OK: 1 })
  })

  it('sends and gets messages of any size, the same bytes', async () => {
    await serving(async server => {
      for (const bytes of [0, 1, 16_379, 16_384, 65_535, 5 * 2 ** 20])
        expect(await call(server, body(bytes), { count: 3 })).toMatchObject({ codes: { OK: 3 }, dials: 1 })
    })
  })

  it('makes 64 calls at once for a while, of a claim’s usual size', async () => {
    const { codes, dials } = await serving(server => call(server, body(44_000), { streams: 64, count: 40 }))
    expect([codes, dials]).toEqual([{ OK: 2560 }, 1])
  })

  it('may have far more calls waiting than the server takes at once, and all are answered', async () => {
    const { codes, messages } = await serving(server => call(server, body(10_000), { streams: 1000, count: 8 }))
    expect([codes, messages]).toEqual([{ OK: 8000 }, {}])
  })

  it('gets large answers on many calls at once, beyond what Node holds by default', async () => {
    const { codes, messages } = await serving(server => call(server, body(2 ** 20), { streams: 64, count: 4 }))
    expect([codes, messages]).toEqual([{ OK: 256 }, {}])
  })

  it('may compress by gzip', async () => {
    const { codes } = await serving(server => call(server, body(100_000), { gzip: true, streams: 4, count: 5 }))
    expect(codes).toEqual({ OK: 20 })
  })
})

describe('a call that fails', () => {
  it('beyond the largest size says RESOURCE_EXHAUSTED, compressed or not, and the connection stays', async () => {
    await serving(
      async server => {
        const path = body(2 ** 20 + 1)
        for (const gzip of [false, true]) {
          const { codes, dials, messages } = await call(server, path, { streams: 8, count: 5, gzip })
          expect([codes, dials]).toEqual([{ ResourceExhausted: 40 }, 1])
          expect(Object.keys(messages).join()).toMatch(/^received message larger than max/)
        }
      },
      { maxReceive: 2 ** 20 },
    )
  })

  it('because its bytes are no request says INVALID_ARGUMENT', async () => {
    const path = fileOf(Uint8Array.of(0x12, 0xff))
    const { codes } = await serving(server => call(server, path), { answer: createAnswer({ kinds }) })
    expect(codes).toEqual({ InvalidArgument: 1 })
  })

  it('because the method is not here says UNIMPLEMENTED, so that core can fall back', async () => {
    await serving(async server => {
      for (const method of ['/apiextensions.fn.proto.v1beta1.FunctionRunnerService/RunFunction', '/other.Service/Call'])
        expect((await call(server, body(10), { method })).codes).toEqual({ Unimplemented: 1 })
    })
  })

  it('because the function fails says INTERNAL and where to look', async () => {
    const answer = () => {
      throw new Error('a secret')
    }
    const { codes, messages } = await serving(server => call(server, body(10)), { answer })
    expect([codes, messages]).toEqual([{ Internal: 1 }, { 'the function failed; its log says why': 1 }])
  })

  it('at its deadline says DEADLINE_EXCEEDED, and later calls are answered', async () => {
    const answer = (bytes: Uint8Array) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
      return [Buffer.from(bytes)]
    }
    await serving(
      async server => {
        const { codes } = await call(server, body(10), { streams: 20, timeout: '450ms' })
        expect(codes['DeadlineExceeded']).toBeGreaterThan(10)
        expect((await call(server, body(10), { count: 2 })).codes).toEqual({ OK: 2 })
      },
      { answer },
    )
  })

  it('because it is cancelled at any moment harms no other', async () => {
    await serving(async server => {
      const path = body(2 ** 20)
      const [cancelled, others] = await Promise.all([
        call(server, path, { cancel: '30ms', streams: 8, count: 40 }),
        call(server, path, { streams: 2, count: 40 }),
      ])
      expect(cancelled.codes['Canceled']).toBeGreaterThan(10)
      expect(Object.keys(cancelled.codes).filter(code => !['OK', 'Canceled'].includes(code))).toEqual([])
      expect(others.codes).toEqual({ OK: 80 })
    })
  })
})

const service = 'apiextensions.fn.proto.v1.FunctionRunnerService'

describe('health', () => {
  it('is told and listed', async () => {
    await serving(async server => {
      const all = { '': 'SERVING', [service]: 'SERVING' }
      const ask = (name: string) => health(server, { scenario: 'check', service: name })
      expect(await ask(service)).toEqual({ statuses: ['SERVING'], code: 'OK', all })
      expect(await ask('other')).toMatchObject({ code: 'NotFound' })
    })
  })
})

/** Each waits more than it works, so they wait side by side. */
describe.concurrent('in the course of time', () => {
  it('keeps its connection alive by pings, with and without calls', async () => {
    const { codes, dials } = await serving(server =>
      call(server, body(100), { keepalive: true, count: 3, pause: '12s' }),
    )
    expect([codes, dials]).toEqual([{ OK: 3 }, 1])
  })

  it('health is watched until the server stops', async () => {
    const server = await echoServer({ credentials: mutualTls(folders.server) })
    const watched = health(server, { scenario: 'watch', service, during: '20s' })
    await sleep(1000)
    await server.stop(5)
    expect(await watched).toEqual({ statuses: ['SERVING', 'NOT_SERVING'], code: 'Unavailable' })
  })

  /** Some hundred calls a second: more would show nothing else, and take the CPU from the tests beside. */
  const load = { streams: 16, during: '4s', pause: '20ms' }

  it('a server that stops answers what it has taken: afterwards it is away, and nothing else is seen', async () => {
    const server = await echoServer({ credentials: mutualTls(folders.server) })
    const called = call(server, body(44_000), load)
    await sleep(2000)
    const started = performance.now()
    await server.stop(10)
    expect(performance.now() - started).toBeLessThan(5000)
    const { codes, messages } = await called
    expect(Object.keys(codes).toSorted()).toEqual(['OK', 'Unavailable'])
    expect(codes['OK']).toBeGreaterThan(100)
    // A call that was taken and not answered would say EOF, or that the connection was reset.
    expect(Object.keys(messages).filter(message => !message.includes('connection refused'))).toEqual([])
  })

  it('connections grow old and new ones are opened, and a client as core’s sees no failure', async () => {
    const { codes, dials, messages } = await serving(
      // Of what is larger than 256 KiB its library keeps no copy to repeat (`maxRetryRPCBufferSize`).
      server => call(server, body(2 ** 20), { ...load, pause: '150ms', during: '6s', wait: true }),
      { maxConnectionAge: 1 },
    )
    expect([Object.keys(codes), messages]).toEqual([['OK'], {}])
    expect(dials).toBeGreaterThanOrEqual(5)
  })

  it('certificates that are renewed are shown to the next connection, and no call fails', async () => {
    const own = certificateFolders()
    const signer = createAuthority({ commonName: 'an authority' })
    const issued = (commonName: string, usage: 'server' | 'client') => issue(signer, { commonName, usages: [usage] }, 1)
    const authority = {
      certificate: signer.certificate,
      server: issued('first', 'server'),
      client: issued('core', 'client'),
    }
    writeIdentity(own.server, authority.server, authority)
    writeIdentity(own.client, authority.client, authority)
    let rotations = 0
    const credentials = mutualTls(own.server, { refresh: 100, onRotation: () => rotations++ })
    const { codes, dials } = await serving(
      async server => {
        const called = call(server, body(1000), { ...load, wait: true, tls: own.client })
        await sleep(1500)
        writeIdentity(own.server, issued('second', 'server'), authority)
        return called
      },
      { credentials, maxConnectionAge: 1 },
    )
    own.remove()
    expect(rotations).toBeGreaterThan(0)
    expect([Object.keys(codes), dials >= 3]).toEqual([['OK'], true])
  })
})
