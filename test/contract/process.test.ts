import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client, credentials } from '@grpc/grpc-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../packages/root.ts'
import { bytesOf, request } from '../harness/requests.ts'
import { callBytes, certificateFolders, statusOf, tlsClient, type Folders } from '../harness/server.ts'

interface Started {
  readonly child: ChildProcess
  readonly lines: string[]
  readonly port: number
  readonly exit: Promise<number | null>
}

/** Starts the function as its container does, until it serves or ends. */
const start = (args: readonly string[], env: Record<string, string> = {}): Promise<Started> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, [join(root, 'functions/main.ts'), '--metrics-address', 'none', ...args], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const lines: string[] = []
    const exit = new Promise<number | null>(ended => child.once('close', ended))
    const done = (port: number) => resolve({ child, lines, port, exit })
    createInterface({ input: child.stderr }).on('line', line => lines.push(line))
    createInterface({ input: child.stdout }).on('line', line => {
      lines.push(line)
      const [, port] = /"address":"[^"]*:(\d+)"/.exec(line) ?? []
      if (port !== undefined) done(Number(port))
    })
    void exit.then(() => done(0))
  })

let folders: Folders
beforeAll(() => {
  folders = certificateFolders()
})
afterAll(() => folders.remove())

const insecure = (port: number) => new Client(`127.0.0.1:${port}`, credentials.createInsecure())
const anyPort = ['--address', '127.0.0.1:0']

/** The MUSTs of Crossplane's functions specification that only a process can show. */
describe('the process', () => {
  it('requires TLS unless --insecure is given, and ends with 1 and one line otherwise', async () => {
    const { exit, lines } = await start(anyPort)
    expect(await exit).toBe(1)
    expect(lines).toEqual([expect.stringMatching(/^function-roadbed: no certificates: give --tls-certs-dir/)])
  })

  it('serves mutual TLS from --tls-certs-dir, and refuses whoever shows no certificate', async () => {
    const { child, port } = await start([...anyPort, '--tls-certs-dir', folders.server])
    const [known, unknown] = [tlsClient(port, folders.authority, true), tlsClient(port, folders.authority, false)]
    expect(await statusOf(callBytes(known, bytesOf(request())))).toBe('OK')
    expect(await statusOf(callBytes(unknown, bytesOf(request())))).toBe('UNAVAILABLE')
    for (const client of [known, unknown]) client.close()
    child.kill()
  })

  it('reads the folder from TLS_SERVER_CERTS_DIR, as Crossplane sets it', async () => {
    const { child, port } = await start(anyPort, { TLS_SERVER_CERTS_DIR: folders.server })
    const client = tlsClient(port, folders.authority, true)
    expect(await statusOf(callBytes(client, bytesOf(request())))).toBe('OK')
    client.close()
    child.kill()
  })

  it('serves without TLS when both --insecure and --tls-certs-dir are given', async () => {
    const { child, port } = await start([...anyPort, '--insecure', '--tls-certs-dir', folders.server])
    const client = insecure(port)
    expect(await statusOf(callBytes(client, bytesOf(request())))).toBe('OK')
    client.close()
    child.kill()
  })

  it('logs every call with --debug, and without it only what went wrong', async () => {
    for (const [flags, logged] of [
      [['--debug'], true],
      [[], false],
    ] as const) {
      const { child, port, lines, exit } = await start([...anyPort, '--insecure', ...flags])
      const client = insecure(port)
      await callBytes(client, bytesOf(request()))
      client.close()
      child.kill('SIGTERM')
      await exit
      expect(lines.some(line => line.includes('"msg":"call"'))).toBe(logged)
    }
  })

  it('ends with 1 and a clear line when its port is taken, or Kubernetes would call it healthy', async () => {
    const first = await start([...anyPort, '--insecure'])
    const second = await start(['--address', `127.0.0.1:${first.port}`, '--insecure'])
    expect(await second.exit).toBe(1)
    expect(second.lines.at(-1)).toMatch(new RegExp(`^function-roadbed: can't serve on 127.0.0.1:${first.port}`))
    first.child.kill()
  })

  it('ends with 1 and names the file when its certificates can’t be read', async () => {
    const { exit, lines } = await start([...anyPort, '--tls-certs-dir', join(folders.server, 'nowhere')])
    expect(await exit).toBe(1)
    expect(lines).toEqual([expect.stringMatching(/^function-roadbed: can't read .*nowhere.*tls\.crt: ENOENT/)])
  })

  it('ends with 0 after SIGTERM', async () => {
    const { child, exit } = await start([...anyPort, '--insecure'])
    child.kill('SIGTERM')
    expect(await exit).toBe(0)
  })
})
