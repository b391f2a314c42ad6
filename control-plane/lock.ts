import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identify, isRunning, type Identity } from './processes/identity.ts'

/**
 * Runs something that two processes of this user must not do at once. A lock whose holder has died, also by SIGKILL, counts for
 * nothing.
 *
 * @param onWait called once, when another process holds the lock
 */
export const locked = async <T>(file: string, onWait: (holder: number) => void, act: () => Promise<T>): Promise<T> => {
  await mkdir(dirname(file), { recursive: true })
  let told = false
  for (;;) {
    const holder = await take(file)
    if (!holder) break
    if (!told) onWait(holder.pid)
    told = true
    await sleep(500)
  }
  try {
    return await act()
  } finally {
    await rm(file, { force: true })
  }
}

/** The living holder, or `undefined` when the lock is ours now. */
const take = async (file: string): Promise<Identity | undefined> => {
  try {
    await writeFile(file, JSON.stringify(identify(process.pid)), { flag: 'wx' })
    return undefined
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const holder = await read(file)
  if (holder && isRunning(holder)) return holder
  // Renaming decides between two that find it stale at once; the loser finds no file.
  const stale = `${file}.${process.pid}.stale`
  await rename(file, stale).catch(() => undefined)
  await rm(stale, { force: true })
  return take(file)
}

/** A lock that is just being written is empty: it is read again before it counts as stale. */
const read = async (file: string): Promise<Identity | undefined> => {
  for (let attempt = 0; attempt < 5; attempt++) {
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text === undefined) return undefined
    try {
      return JSON.parse(text) as Identity
    } catch {
      await sleep(100)
    }
  }
  return undefined
}
