import { constants } from 'node:fs'
import { copyFile, mkdir, rm, utimes } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { readArchive } from '../packages/image/archive.ts'
import { makeWhole, removeOldest } from './whole-folder.ts'

/** Of how many states of the sources packages are kept: some 45 MB each. */
const most = 3

/**
 * Puts files in their places from a folder in which they are kept.
 *
 * @returns whether they are there, and whole
 */
export const keptPackages = async (kept: string, files: readonly string[]): Promise<boolean> => {
  try {
    for (const file of files) {
      await mkdir(dirname(file), { recursive: true })
      await copy(join(kept, basename(file)), file)
      await readArchive(file)
    }
    await utimes(kept, new Date(), new Date())
    return true
  } catch {
    return false
  }
}

/**
 * Keeps copies of files in a folder, and of its neighbours only those that were wanted last. Where there is no room for it, the next one
 * only takes longer.
 */
export const keepPackages = async (kept: string, files: readonly string[]): Promise<void> => {
  const fill = async (partial: string): Promise<void> => {
    await mkdir(partial)
    for (const file of files) await copy(file, join(partial, basename(file)))
    // What was there was not whole.
    await rm(kept, { recursive: true, force: true })
  }
  await makeWhole(kept, fill)
    .then(() => removeOldest(dirname(kept), most))
    .catch(() => undefined)
}

const copy = (from: string, to: string): Promise<void> => copyFile(from, to, constants.COPYFILE_FICLONE)
