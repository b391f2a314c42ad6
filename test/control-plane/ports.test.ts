import { once } from 'node:events'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freePorts, holderFromProc, holderOf, isFree, loopback } from '../../control-plane/ports.ts'
import { freshFolders } from './harness.ts'
import { newSettings, readSettings, writeSettings } from '../../control-plane/state.ts'
import { settlePorts } from '../../control-plane/services/settle-ports.ts'
import { writeWhole } from '../../control-plane/files.ts'

const occupy = async (port: number) => {
  const server = createServer().listen(port, loopback)
  await once(server, 'listening')
  return { [Symbol.dispose]: () => void server.close() }
}

describe('ports', () => {
  it('are all different, below the range of outgoing connections', async () => {
    const ports = await freePorts(20)
    expect(new Set(ports).size).toBe(20)
    expect(Math.max(...ports)).toBeLessThan(32_768)
  })

  it('of two that ask for as many are seldom the same, or control planes that begin together would meet in one of them', async () => {
    const starts = await Promise.all(Array.from({ length: 20 }, async () => (await freePorts(9))[0] ?? 0))
    // So two of them have all in common, or none: one pair in a thousand, where it was one in a hundred.
    expect(starts.map(start => (start - 20_000) % 9)).toEqual(starts.map(() => 0))
  })

  it('that are taken are seen, with who has taken them', async () => {
    const [port = 0] = await freePorts(1)
    expect(await isFree(port)).toBe(true)
    using _ = await occupy(port)
    expect(await isFree(port)).toBe(false)
    expect(await holderOf(port)).toContain(`(process ${process.pid})`)
  })
})

describe('who holds a port', () => {
  const procWith = (commandLine: string): string => {
    const proc = mkdtempSync(join(tmpdir(), 'roadbed-proc-'))
    for (const folder of ['net', '4711/fd']) mkdirSync(join(proc, folder), { recursive: true })
    writeFileSync(join(proc, 'net', 'tcp'), '  0: 0100007F:5209 00000000:0000 0A 0:0 00:0 0 0 0 8150 1\n')
    symlinkSync('socket:[8150]', join(proc, '4711', 'fd', '3'))
    writeFileSync(join(proc, '4711', 'comm'), 'kube-apiserver\n')
    writeFileSync(join(proc, '4711', 'cmdline'), commandLine)
    return proc
  }

  it('is told by the kernel', async () => {
    expect(await holderFromProc(0x5209, procWith('kube-apiserver\0'))).toBe('kube-apiserver (process 4711)')
    expect(await holderFromProc(0x520a, procWith('kube-apiserver\0'))).toBeUndefined()
  })

  it('is nobody who was just killed, or `up` would tell the user to end what has ended', async () => {
    expect(await holderFromProc(0x5209, procWith(''))).toBeUndefined()
  })
})

describe('settlePorts', () => {
  it('keeps the ports that are free, so that kubeconfigs stay right', async () => {
    const settings = await newSettings('v2.4.0')
    expect(await settlePorts(freshFolders(), settings, 'test')).toEqual(settings)
  })

  it('gives a new port where nobody depends on the old one, and keeps it for the next time', async () => {
    const [folders, settings] = [freshFolders(), await newSettings('v2.4.0')]
    using _ = await occupy(settings.ports.registry)
    const settled = await settlePorts(folders, settings, 'test')
    expect(settled).toEqual({ ...settings, ports: { ...settings.ports, registry: settled.ports.registry } })
    expect(settled.ports.registry).not.toBe(settings.ports.registry)
    expect(readSettings(folders, 'test')).toEqual(settled)
  })

  it('names the port and its holder when a kubeconfig depends on it', async () => {
    const [folders, settings] = [freshFolders(), await newSettings('v2.4.0')]
    writeWhole(folders.kubeconfig, '')
    using _ = await occupy(settings.ports.apiServer)
    await expect(settlePorts(folders, settings, 'test')).rejects.toThrow(
      new RegExp(
        `port ${settings.ports.apiServer} on 127.0.0.1 is taken by .* \\(process ${process.pid}\\).*kubeconfig`,
      ),
    )
  })
})

describe('settings', () => {
  it('are the same when read back', async () => {
    const [folders, settings] = [freshFolders(), await newSettings('v2.3.4')]
    expect(readSettings(folders, 'test')).toBeUndefined()
    writeSettings(folders, settings)
    expect(readSettings(folders, 'test')).toEqual(settings)
  })

  it.each(['', '{', '{}', '{"crossplane":"v9.9.9","ports":{}}'])('that are damaged (%s) name the way out', text => {
    const folders = freshFolders()
    writeWhole(folders.settings, text)
    expect(() => readSettings(folders, 'test')).toThrow('`npx roadbed down --name test` removes this control plane')
  })
})
