import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { certificateFolders } from '../../harness/server.ts'
import { buildOwn } from '../../programs/go.ts'
import type { Bench } from './server.ts'

/** Gives a run its load program, certificates and a folder; the last two go when this process ends, however it ends. */
export const withBench = async <T>(run: (bench: Bench) => Promise<T>): Promise<T> => {
  const loadProgram = await buildOwn('test/bench/load')
  const folder = await mkdtemp(join(tmpdir(), 'roadbed-bench-'))
  const { server, client, remove } = certificateFolders()
  const tidy = () => {
    remove()
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', tidy)
  return run({ loadProgram, certificates: { server, client }, folder })
}
