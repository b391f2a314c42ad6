import { spawn } from 'node:child_process'
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createAuthority, writeIdentity } from './certificates.ts'
import { connect, type RemoteFunction } from './remote.ts'

const main = join(import.meta.dirname, '..', '..', 'functions', 'main.ts')

export interface StartedFunction extends RemoteFunction {
  readonly address: string
}

/** Starts the function's server as it runs in production, in a process of its own on loopback, with certificates of its own. */
export const startFunction = async (): Promise<StartedFunction> => {
  const folder = mkdtempSync(join(tmpdir(), 'roadbed-'))
  const [serverFolder, clientFolder] = ['server', 'client'].map(name => join(folder, name)) as [string, string]
  for (const each of [serverFolder, clientFolder]) mkdirSync(each)
  const authority = createAuthority()
  writeIdentity(serverFolder, authority.server, authority)
  writeIdentity(clientFolder, authority.client, authority)
  const args = ['--tls-certs-dir', serverFolder, '--address', '127.0.0.1:0', '--metrics-address', 'none']
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await servingAddress(child)
  const remote = connect(address, clientFolder)
  return {
    address,
    call: remote.call,
    close: () => {
      remote.close()
      child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The server logs where it serves. */
const servingAddress = (child: ReturnType<typeof spawn>): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`the function ended with code ${code} before it served`)))
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', line => {
      const { address } = JSON.parse(line) as { address?: string }
      if (address) resolve(address)
    })
  })
