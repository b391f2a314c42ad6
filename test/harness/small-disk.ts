import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk that is soon full, until it is disposed of. */
export interface SmallDisk extends Disposable {
  readonly folder: string
  /** Takes what is left of it. */
  readonly fill: () => void
}

const mount = (folder: string, size: string) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])

/** @param size as mount(8) has it: `64k` */
export const smallDisk = (size: string): SmallDisk => {
  const folder = mkdtempSync(join(tmpdir(), 'roadbed-disk-'))
  if (mount(folder, size).status !== 0) throw new Error(`${folder} can't be mounted`)
  return {
    folder,
    fill: () => {
      const file = openSync(join(folder, 'filling'), 'w')
      try {
        for (;;) writeSync(file, Buffer.alloc(4096))
      } catch {
        closeSync(file)
      }
    },
    [Symbol.dispose]: () => {
      spawnSync('umount', [folder])
      rmdirSync(folder)
    },
  }
}

/** Whether this machine lets us mount one: a container without privileges of its own does not. */
export const canMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    smallDisk('64k')[Symbol.dispose]()
    return true
  } catch {
    return false
  }
})()
