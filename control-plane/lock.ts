import { mkdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identify, type Identity } from './processes/identity.ts'

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
    await symlink(textOf(identify(process.pid)), file)
    return undefined
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const seen = await readlink(file).catch(() => '')
  const holder = identify(Number(seen.split(' ')[0]))
  if (holder && textOf(holder) === seen) return holder
  // Renaming decides between two that find it stale at once. Who finds the other's new one instead puts it back.
  const stale = `${file}.${process.pid}.stale`
  await rename(file, stale).catch(() => undefined)
  if ((await readlink(stale).catch(() => '')) === seen) await rm(stale, { force: true })
  else await rename(stale, file).catch(() => undefined)
  return take(file)
}

/** What a link leads to is there from its first moment, and where the disk is full too: `down` may be what makes room. */
const textOf = (identity: Identity | undefined): string => `${identity?.pid} ${identity?.started}`
