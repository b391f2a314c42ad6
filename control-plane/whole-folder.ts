import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const gone = { recursive: true, force: true } as const

/** Makes a folder beside its place, so that in its place it is whole or absent whenever this process is killed. */
export const makeWhole = async (folder: string, fill: (partial: string) => Promise<unknown>): Promise<void> => {
  const partial = `${folder}.${process.pid}.partial`
  try {
    await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
    await fill(partial)
    await rename(partial, folder)
  } finally {
    await rm(partial, gone)
  }
}

/** Leaves of what lies in a folder only so many that were changed last. */
export const removeOldest = async (folder: string, most: number): Promise<void> => {
  const paths = (await readdir(folder)).map(name => join(folder, name))
  const kept = await Promise.all(paths.map(async path => ({ path, time: (await stat(path)).mtimeMs })))
  const old = kept.toSorted((one, other) => other.time - one.time).slice(most)
  for (const { path } of old) await rm(path, gone)
}
