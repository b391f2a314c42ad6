import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { cacheFolder } from '../../control-plane/paths.ts'

/** Where tests and the benchmark keep the programs that they call, which can be made again. */
export const programsCache = join(cacheFolder(), 'programs')

/** Where the log of what is made there lies. */
export const logOf = async (name: string): Promise<string> => {
  const log = join(programsCache, 'logs', `${name}.log`)
  await mkdir(dirname(log), { recursive: true })
  return log
}

/** Makes something in the cache that is not there yet; what is there is whole. @returns its path */
export const once = async (name: string, make: (target: string, log: string) => Promise<void>): Promise<string> => {
  const target = join(programsCache, name)
  if (!existsSync(target)) await make(target, await logOf(name))
  return target
}
