import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder } from '../../../control-plane/paths.ts'
import { root } from '../../../packages/root.ts'

const run = promisify(execFile)
const source = join(root, 'test', 'contract', 'go-client')

/** Builds the client from its pinned modules, unless the same one lies in the cache. */
export const buildGoClient = async (): Promise<string> => {
  const hash = createHash('sha256')
  for (const name of readdirSync(source).toSorted()) hash.update(name).update(readFileSync(join(source, name)))
  const target = join(cacheFolder(), 'bin', `go-client-${hash.digest('hex').slice(0, 12)}`)
  if (existsSync(target)) return target
  mkdirSync(join(cacheFolder(), 'bin'), { recursive: true })
  const partial = `${target}.${process.pid}`
  const env = { ...process.env, CGO_ENABLED: '0', GOWORK: 'off', GOFLAGS: '-mod=readonly -buildvcs=false' }
  await run('go', ['build', '-trimpath', '-ldflags', '-s -w', '-o', partial, '.'], { cwd: source, env })
  renameSync(partial, target)
  return target
}

/** What the client says of the calls that it made. */
export interface Calls {
  /** How many ended with each status; DIFFERENT for an answer that is not the expected one. */
  readonly codes: Readonly<Record<string, number>>
  readonly messages: Readonly<Record<string, number>>
  /** Connections that were opened. */
  readonly dials: number
}

export interface Health {
  readonly statuses: readonly string[]
  readonly all?: Readonly<Record<string, string>>
  readonly code: string
}

/** Runs it; flags as in `test/contract/go-client`. */
export const runGoClient = async <T = Calls>(
  program: string,
  flags: Readonly<Record<string, string | number | boolean>>,
): Promise<T> => {
  const args = Object.entries(flags).map(([flag, value]) => `-${flag}=${value}`)
  const { stdout } = await run(program, args, { maxBuffer: 2 ** 26 })
  return JSON.parse(stdout) as T
}
