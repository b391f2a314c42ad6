import { describe, expect, it } from 'vitest'
import { identify, isRunning } from '../../../control-plane/processes/identity.ts'
import { record, recorded, running } from '../../../control-plane/processes/record.ts'
import { stopProcess } from '../../../control-plane/processes/stop.ts'
import { writeWhole } from '../../../control-plane/files.ts'
import { join } from 'node:path'
import { freshFolders, sleeper } from '../harness.ts'

describe('a recorded process', () => {
  it('is known again, ended and forgotten', async () => {
    const folders = freshFolders()
    const process = sleeper()
    record(folders, 'etcd', process)
    expect(running(folders, 'etcd')).toEqual(process)
    expect(await stopProcess(folders, 'etcd')).toBe(true)
    expect(isRunning(process)).toBe(false)
    expect(recorded(folders)).toEqual([])
  })

  it.each([
    ['began at another time', { started: '1' }],
    ['is another program', { command: '/usr/bin/postgres' }],
  ])('whose number now belongs to one that %s is left alone: it is somebody else’s', async (_, change) => {
    const folders = freshFolders()
    const stranger = sleeper()
    record(folders, 'etcd', { ...stranger, ...change })
    expect(running(folders, 'etcd')).toBeUndefined()
    expect(await stopProcess(folders, 'etcd')).toBe(false)
    expect(isRunning(stranger)).toBe(true)
    expect(recorded(folders)).toEqual([])
  })

  it('that is gone counts for nothing', async () => {
    const folders = freshFolders()
    const process = sleeper()
    record(folders, 'etcd', process)
    await stopProcess(folders, 'etcd')
    record(folders, 'etcd', process)
    expect(running(folders, 'etcd')).toBeUndefined()
  })

  it.each(['', '{', '{"pid":1,"started":"1","command":"init"}', '[]'])(
    'in a damaged file (%s) is nobody, and `down` still works',
    async text => {
      const folders = freshFolders()
      writeWhole(join(folders.processes, 'etcd.json'), text)
      expect(running(folders, 'etcd')).toBeUndefined()
      expect(await stopProcess(folders, 'etcd')).toBe(false)
    },
  )
})

describe('identify', () => {
  it('gives the same answer twice, or no process of ours would ever be ended', () => {
    expect(identify(process.pid)).toEqual(identify(process.pid))
    expect(identify(process.pid)?.started).toMatch(/\d/)
  })

  it('knows that a number belongs to nobody', () => {
    expect(identify(2 ** 22 + 1)).toBeUndefined()
  })
})
