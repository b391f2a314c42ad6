import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { down } from '../../control-plane/down.ts'
import { isRunning } from '../../control-plane/processes/identity.ts'
import { record } from '../../control-plane/processes/record.ts'
import { foldersOf } from '../../control-plane/state.ts'
import { canMount, smallDisk } from '../harness/small-disk.ts'
import { sleeper } from './harness.ts'

const quiet = () => undefined

beforeEach(() => vi.stubEnv('XDG_STATE_HOME', mkdtempSync(join(tmpdir(), 'roadbed-'))))
afterEach(() => vi.unstubAllEnvs())

describe('down', () => {
  it('never ends a process that it did not start: a record is stale when its number is another’s', async () => {
    const [folders, stranger] = [foldersOf('stale'), sleeper()]
    record(folders, 'etcd', { ...stranger, started: '1' })
    expect(await down({ name: 'stale', keepData: false }, quiet)).toBe(true)
    expect([isRunning(stranger), existsSync(folders.root)]).toEqual([true, false])
  })

  it.runIf(canMount)('ends what runs and makes room where the disk is full, or nobody could', async () => {
    using disk = smallDisk('64k')
    vi.stubEnv('XDG_STATE_HOME', disk.folder)
    const [folders, started] = [foldersOf('full'), sleeper()]
    record(folders, 'etcd', started)
    disk.fill()
    expect(await down({ name: 'full', keepData: false }, quiet)).toBe(true)
    expect([isRunning(started), existsSync(folders.root)]).toEqual([false, false])
  })
})
