import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { buildOwn } from '../../programs/go.ts'

/** Builds the client from its pinned modules, unless the same one lies in the cache. */
export const buildGoClient = (): Promise<string> => buildOwn('test/contract/go-client')

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
  const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 2 ** 26 })
  return JSON.parse(stdout) as T
}
