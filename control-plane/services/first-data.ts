import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { storesFolder } from '../paths.ts'
import type { Folders } from '../state.ts'
import { makeWhole, removeOldest } from '../whole-folder.ts'
import type { Plan } from './service.ts'

/** Where etcd has its data. */
export const etcdFolder = ({ data }: Folders): string => join(data, 'etcd')

/**
 * What etcd of a new control plane begins with, in the cache: in it the API server has accepted the CRDs of Crossplane and the
 * providers, which takes it a third of all that it does for `up`. Nothing of any control plane is in it yet, and no Secret.
 */
export interface FirstData {
  /** Gives it to a control plane that is new. @returns whether it is, and there is something to give */
  readonly take: () => Promise<boolean>
  /** Keeps a copy of what a control plane has, whose etcd does not run. That it can't be written only costs the next one the time. */
  readonly keep: () => Promise<void>
  /** Forgets it, and what was taken of it. */
  readonly discard: () => Promise<void>
}

/** How many are kept: with `--crds` and without, for two Crossplanes. */
const most = 4

/** @param digest of the providers' CRDs; Crossplane's lie beside its binary */
export const firstData = ({ folders, binaries }: Plan, digest: string, stores = storesFolder()): FirstData => {
  const hash = createHash('sha256').update(digest)
  // Other programs may write, or read, in another way.
  for (const path of [binaries.etcd, binaries['kube-apiserver'], binaries.crossplane]) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path} ${size} ${mtimeMs} `)
  }
  const [store, own] = [join(stores, hash.digest('hex').slice(0, 16)), etcdFolder(folders)]
  return {
    take: async () => {
      if (existsSync(own) || !existsSync(store)) return false
      await copyWhole(store, own)
      return true
    },
    keep: async () => {
      await copyWhole(own, store)
        .then(() => removeOldest(stores, most))
        .catch(() => undefined)
    },
    discard: async () => {
      for (const folder of [own, store]) await rm(folder, gone)
    },
  }
}

/** How what reads the data is started, and ended. */
interface Life {
  readonly start: () => Promise<boolean>
  readonly stop: () => Promise<void>
}

/**
 * Starts a control plane, a new one with the kept data if there are any. A copy that the disk has spoilt must not be in the way for ever:
 * then it begins with nothing.
 */
export const startWith = async (
  { take, discard }: FirstData,
  { start, stop }: Life,
): Promise<{ readonly taken: boolean; readonly started: boolean }> => {
  const taken = await take()
  try {
    return { taken, started: await start() }
  } catch (error) {
    if (!taken) throw error
    await stop()
    await discard()
    return { taken: false, started: await start() }
  }
}

const gone = { recursive: true, force: true } as const

const copyWhole = (from: string, to: string): Promise<void> =>
  makeWhole(to, partial => cp(from, partial, { recursive: true }))
