import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Folders } from '../state.ts'
import { identifyChild } from './identity.ts'
import { record } from './record.ts'

/** A program as it is to be run. */
export interface Command {
  readonly path: string
  readonly args: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** What a program may know of the user's environment. Not all of it: etcd and core take settings from variables that may be anybody's. */
const inherited = new Set([
  'PATH',
  'HOME',
  'TMPDIR',
  'LANG',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'HTTPS_PROXY',
  'HTTP_PROXY',
  'NO_PROXY',
  // How much memory Go's programs may take to save time, or the other way round, and how many cores.
  'GOGC',
  'GOMEMLIMIT',
  'GOMAXPROCS',
  // Where Node keeps what it has compiled.
  'NODE_COMPILE_CACHE',
])

/** Only what is said here, and what every program needs. */
export const environmentOf = (own: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const known = Object.entries(process.env).filter(([name]) => inherited.has(name.toUpperCase()))
  return { ...Object.fromEntries(known.map(([name, value]) => [name, value ?? ''])), ...own }
}

export const logOf = ({ logs }: Folders, name: string): string => join(logs, `${name}.log`)

/** Spawns a program with its output in a log file, and records who it is. */
export const spawnRecorded = (
  folders: Folders,
  name: string,
  command: Command,
  life: 'of its own' | 'follows this process',
): ChildProcess => {
  for (const folder of [folders.logs, folders.processes]) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const log = openSync(logOf(folders, name), 'a', 0o600)
  try {
    const child = spawn(command.path, command.args, {
      cwd: folders.root,
      env: environmentOf(command.environment),
      detached: life === 'of its own',
      stdio: ['ignore', log, log],
    })
    const identity = child.pid === undefined ? undefined : identifyChild(child.pid, command.path)
    if (identity) record(folders, name, identity)
    return child
  } finally {
    closeSync(log)
  }
}

/**
 * Starts a program that goes on when this process ends.
 *
 * @throws when it can't be started
 */
export const startProcess = async (folders: Folders, name: string, command: Command): Promise<void> => {
  // What it said in an earlier life would only mislead.
  rmSync(logOf(folders, name), { force: true })
  const child = spawnRecorded(folders, name, command, 'of its own')
  await once(child, 'spawn').catch((error: unknown) => {
    throw new Error(`${command.path} can’t be started: ${error instanceof Error ? error.message : String(error)}`)
  })
  child.unref()
}
