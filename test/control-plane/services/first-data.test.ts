import { mkdirSync, mkdtempSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { etcdFolder, firstData, startWith } from '../../../control-plane/services/first-data.ts'
import type { Plan } from '../../../control-plane/services/service.ts'
import type { Folders } from '../../../control-plane/state.ts'
import { freshFolders } from '../harness.ts'

const bed = () => {
  const home = mkdtempSync(join(tmpdir(), 'roadbed-'))
  const [program, stores] = [join(home, 'program'), join(home, 'stores')]
  writeFileSync(program, '')
  const binaries = { etcd: program, 'kube-apiserver': program, crossplane: program }
  const first = (folders: Folders, digest = 'a') => firstData({ folders, binaries } as unknown as Plan, digest, stores)
  return { first, program, stores }
}
const dataFile = (folders: Folders) => join(etcdFolder(folders), 'member', 'db')
const withData = (content = 'kinds'): Folders => {
  const folders = freshFolders()
  mkdirSync(dirname(dataFile(folders)), { recursive: true })
  writeFileSync(dataFile(folders), content)
  return folders
}

describe('what etcd begins with', () => {
  it('is what another control plane has had, or every `up` would wait for the same kinds to be accepted', async () => {
    const { first } = bed()
    await first(withData()).keep()
    const folders = freshFolders()
    expect(await first(folders).take()).toBe(true)
    expect(readFileSync(dataFile(folders), 'utf8')).toBe('kinds')
  })

  it('is nothing where there is none, where the kinds differ, or the programs: they might read it in another way', async () => {
    const { first, program } = bed()
    expect(await first(freshFolders()).take()).toBe(false)
    await first(withData()).keep()
    expect(await first(freshFolders(), 'b').take()).toBe(false)
    writeFileSync(program, 'of another version')
    expect(await first(freshFolders()).take()).toBe(false)
  })

  it('is its own: what one control plane writes is not in the next one', async () => {
    const { first } = bed()
    await first(withData()).keep()
    const folders = freshFolders()
    await first(folders).take()
    writeFileSync(dataFile(folders), 'a claim')
    const next = freshFolders()
    await first(next).take()
    expect(readFileSync(dataFile(next), 'utf8')).toBe('kinds')
  })

  it('is never given to one that has data: they would be gone', async () => {
    const { first } = bed()
    await first(withData()).keep()
    const folders = withData('a claim')
    expect(await first(folders).take()).toBe(false)
    expect(readFileSync(dataFile(folders), 'utf8')).toBe('a claim')
  })

  it('is kept once when two control planes begin side by side, and leaves nothing half written', async () => {
    const { first, stores } = bed()
    await Promise.all([first(withData()).keep(), first(withData()).keep()])
    await first(withData()).keep()
    expect(readdirSync(stores)).toHaveLength(1)
  })

  it('does not fill the disk: of many, the latest are kept', async () => {
    const { first, stores } = bed()
    const folders = withData()
    for (let day = 1; day <= 6; day++) {
      await first(folders, `day ${day}`).keep()
      for (const name of readdirSync(stores)) {
        const path = join(stores, name)
        if (day < 6) utimesSync(path, day * 86_400, day * 86_400)
      }
    }
    expect(readdirSync(stores)).toHaveLength(4)
    expect(await first(freshFolders(), 'day 6').take()).toBe(true)
  })

  it('that can’t be kept costs nobody the control plane that is there', async () => {
    const { first, stores } = bed()
    writeFileSync(stores, 'a file in its place')
    await expect(first(withData()).keep()).resolves.toBeUndefined()
  })
})

describe('a copy that the disk has spoilt', () => {
  it('is forgotten, and the control plane begins with nothing: it must not be in the way for ever', async () => {
    const { first, stores } = bed()
    await first(withData('spoilt')).keep()
    const folders = freshFolders()
    const life: string[] = []
    const start = () => {
      life.push(`start with ${readdirSync(join(etcdFolder(folders), '..')).join()}`)
      return life.length === 1 ? Promise.reject(new Error('etcd has ended')) : Promise.resolve(true)
    }
    const stop = () => Promise.resolve(void life.push('stop'))
    expect(await startWith(first(folders), { start, stop })).toEqual({ taken: false, started: true })
    expect(life).toEqual(['start with etcd', 'stop', 'start with '])
    expect(readdirSync(stores)).toEqual([])
  })

  it('is not to blame when there is none: what keeps etcd from starting is said', async () => {
    const life = { start: () => Promise.reject(new Error('no port')), stop: () => Promise.resolve() }
    await expect(startWith(bed().first(freshFolders()), life)).rejects.toThrow('no port')
  })
})
