import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { certificateFolders } from '../../harness/server.ts'
import { buildLoad } from '../peers/go-modules.ts'
import type { Bench } from './server.ts'

/** Gives a run its load program, certificates and a folder, and takes the last two away afterwards. */
export const withBench = async <T>(run: (bench: Bench) => Promise<T>): Promise<T> => {
  const loadProgram = await buildLoad()
  const folder = await mkdtemp(join(tmpdir(), 'roadbed-bench-'))
  const { server, client, remove } = certificateFolders()
  try {
    return await run({ loadProgram, certificates: { server, client }, folder })
  } finally {
    remove()
    await rm(folder, { recursive: true, force: true })
  }
}
