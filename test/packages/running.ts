import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createAuthority, writeIdentity } from '../../cli/function/certificates.ts'
import { runtimeConfig, user } from '../../packages/function/runtime.ts'

export interface Running {
  readonly process: ChildProcess
  /** Where it says that it serves. */
  readonly address: string
  /** What it has said so far. */
  readonly said: () => string
  /** A folder with the client's certificate. */
  readonly client: string
}

/** Whether this machine lets us start something as a container does: a container without privileges of its own does not. */
export const canConfine =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('/usr/bin/unshare', ['--mount', '/bin/sh', '-c', 'mount --bind /tmp /tmp']).status === 0

/**
 * Starts the function from its unpacked root file system. Confined: that is all it sees, it can't write to it, and it is
 * the image's user without any capability, as under the security context of the install bundle.
 */
export const start = async (
  folder: string,
  confined: boolean,
  nodeFlags: readonly string[] = [],
  metrics = 'none',
): Promise<Running> => {
  const authority = createAuthority()
  const [certificates, client] = [confined ? join(folder, 'tls/server') : `${folder}-server`, `${folder}-client`]
  for (const made of [certificates, client]) mkdirSync(made, { recursive: true, mode: 0o755 })
  writeIdentity(certificates, authority.server, authority)
  writeIdentity(client, authority.client, authority)
  const flags = ['--address', '127.0.0.1:0', '--metrics-address', metrics]
  const script = [
    `chown -R ${user}:${user} "$1/tls"`,
    'mount --bind "$1" "$1"',
    'mount -o remount,bind,ro "$1"',
    `folder=$1; shift; exec /usr/sbin/chroot --userspec=${user}:${user} "$folder" "$@"`,
  ].join(' && ')
  const [node = '', ...program] = runtimeConfig.Entrypoint
  const main = program.pop() ?? ''
  const own = Object.fromEntries(runtimeConfig.Env.map(variable => variable.split('=', 2) as [string, string]))
  const env = { ...own, DEBUG: 'true', TLS_SERVER_CERTS_DIR: confined ? '/tls/server' : certificates }
  const child = confined
    ? spawn('/usr/bin/unshare', ['--mount', '/bin/sh', '-c', script, 'sh', folder, node, ...program, main, ...flags], {
        env,
      })
    : spawn(join(folder, node), [...nodeFlags, ...program, join(folder, main), ...flags], { env })
  return { process: child, ...(await serving(child)), client }
}

const serving = (child: ChildProcess): Promise<Pick<Running, 'address' | 'said'>> =>
  new Promise((resolve, reject) => {
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (part: Buffer) => {
        output += part.toString()
        const address = /"address":"([^"]+)"/.exec(output)?.[1]
        if (address) resolve({ address, said: () => output })
      })
    }
    child.once('close', code => reject(new Error(`the function ended with ${String(code)}: ${output}`)))
  })
