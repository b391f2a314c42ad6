import { networkInterfaces } from 'node:os'
import { Client, credentials } from '@grpc/grpc-js'
import { RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kinds } from '../../functions/kinds/index.ts'
import { createAnswer } from '../../functions/server/answer.ts'
import { mutualTls, noTls } from '../../functions/server/certificates.ts'
import { startServer, type RunningServer } from '../../functions/server/server.ts'
import { bytesOf, request } from '../harness/requests.ts'
import { callBytes, certificateFolders, statusOf, tlsClient, type Folders } from '../harness/server.ts'

const options = { address: '127.0.0.1:0', maxReceive: 8 * 2 ** 20, maxConnectionAge: 300 }
const answer = createAnswer({ kinds })

let folders: Folders
let server: RunningServer

beforeAll(async () => {
  folders = certificateFolders()
  server = await startServer({ ...options, answer, credentials: mutualTls(folders.server) })
})

afterAll(async () => {
  await server.stop(1)
  folders.remove()
})

describe('the server', () => {
  it('answers a client with a certificate of the authority', async () => {
    const client = tlsClient(server.port, folders.authority, true)
    const response = RunFunctionResponse.decode(await callBytes(client, bytesOf(request())))
    expect(response.meta?.tag).toBe('a-tag')
    expect(Object.keys(response.desired?.resources ?? {})).toContain('instance')
    client.close()
  })

  it('refuses a client without a certificate, or anyone in the cluster could ask', async () => {
    const client = tlsClient(server.port, folders.authority, false)
    expect(await statusOf(callBytes(client, bytesOf(request())))).toBe('UNAVAILABLE')
    client.close()
  })

  it('refuses a client of another authority', async () => {
    const other = certificateFolders()
    const client = new Client(
      `127.0.0.1:${server.port}`,
      credentials.createSsl(
        Buffer.from(folders.authority.certificate),
        Buffer.from(other.authority.client.privateKey),
        Buffer.from(other.authority.client.certificate),
      ),
      { 'grpc.ssl_target_name_override': 'localhost' },
    )
    expect(await statusOf(callBytes(client, bytesOf(request())))).toBe('UNAVAILABLE')
    client.close()
    other.remove()
  })

  it('refuses a client that does not speak TLS', async () => {
    const client = new Client(`127.0.0.1:${server.port}`, credentials.createInsecure())
    expect(await statusOf(callBytes(client, bytesOf(request())))).toBe('UNAVAILABLE')
    client.close()
  })

  it('answers INVALID_ARGUMENT to bytes that are no request, and goes on', async () => {
    const client = tlsClient(server.port, folders.authority, true)
    expect(await statusOf(callBytes(client, Uint8Array.of(0x12, 0xff)))).toBe('INVALID_ARGUMENT')
    expect(await statusOf(callBytes(client, bytesOf(request())))).toBe('OK')
    client.close()
  })

  it('takes a request above gRPC’s usual 4 MB, and says RESOURCE_EXHAUSTED above its own limit', async () => {
    const client = tlsClient(server.port, folders.authority, true)
    const padded = (megabytes: number) => bytesOf(request({ context: { padding: 'x'.repeat(megabytes * 2 ** 20) } }))
    expect(await statusOf(callBytes(client, padded(6)))).toBe('OK')
    expect(await statusOf(callBytes(client, padded(16)))).toBe('RESOURCE_EXHAUSTED')
    expect(await statusOf(callBytes(client, bytesOf(request())))).toBe('OK')
    client.close()
  })

  it('answers UNIMPLEMENTED only to methods that it does not have: core would fall back to an older protocol', async () => {
    const client = tlsClient(server.port, folders.authority, true)
    expect(
      await statusOf(callBytes(client, new Uint8Array(), '/apiextensions.fn.proto.v1.FunctionRunnerService/Other')),
    ).toBe('UNIMPLEMENTED')
    client.close()
  })

  it('tells its health, so that Kubernetes can ask', async () => {
    const client = tlsClient(server.port, folders.authority, true)
    const reply = await callBytes(client, new Uint8Array(), '/grpc.health.v1.Health/Check')
    expect([...reply]).toEqual([0x08, 1])
    client.close()
  })

  it('without a host is reached by IPv4 and, where there is any, by IPv6, or a cluster without IPv4 has no function', async () => {
    const everywhere = await startServer({ ...options, address: ':0', answer, credentials: noTls() })
    const loopback = Object.values(networkInterfaces())
      .flatMap(each => each ?? [])
      .filter(({ internal }) => internal)
    expect(loopback.map(({ address }) => address)).toContain('127.0.0.1')
    for (const { address, family } of loopback) {
      const host = family === 'IPv6' ? `[${address}]` : address
      const client = new Client(`${host}:${everywhere.port}`, credentials.createInsecure())
      expect(await statusOf(callBytes(client, bytesOf(request())))).toBe('OK')
      client.close()
    }
    await everywhere.stop(1)
  })

  it('rejects with a clear line when the address is taken', async () => {
    const again = startServer({ ...options, address: `127.0.0.1:${server.port}`, answer, credentials: noTls() })
    await expect(again).rejects.toThrow(new RegExp(`can't serve on 127.0.0.1:${server.port}`))
  })
})

describe('stopping', () => {
  it('lets a running call end, refuses new ones, and ends before its deadline', async () => {
    const running = await startServer({ ...options, answer, credentials: noTls() })
    const client = new Client(`127.0.0.1:${running.port}`, credentials.createInsecure())
    expect(await statusOf(callBytes(client, bytesOf(request())))).toBe('OK')
    const started = performance.now()
    await running.stop(5)
    expect(performance.now() - started).toBeLessThan(4000)
    expect(await statusOf(callBytes(client, bytesOf(request())))).toBe('UNAVAILABLE')
    client.close()
  })
})

describe('the age of a connection', () => {
  it('is bounded, or new replicas would never get a call', async () => {
    const young = await startServer({ ...options, maxConnectionAge: 1, answer, credentials: noTls() })
    const client = new Client(`127.0.0.1:${young.port}`, credentials.createInsecure())
    const until = performance.now() + 3000
    let calls = 0
    while (performance.now() < until) {
      expect(await statusOf(callBytes(client, bytesOf(request())))).toBe('OK')
      calls++
    }
    expect(calls).toBeGreaterThan(20)
    client.close()
    await young.stop(1)
  })
})
