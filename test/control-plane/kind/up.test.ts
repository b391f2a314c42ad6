import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { down } from '../../../control-plane/down.ts'
import { kindFile } from '../../../control-plane/kind/paths.ts'
import { readKind, writeKind } from '../../../control-plane/kind/state.ts'
import { foldersOf } from '../../../control-plane/state.ts'
import { writeWhole } from '../../../control-plane/files.ts'
import { up } from '../../../control-plane/up.ts'
import { canMount, smallDisk } from '../../harness/small-disk.ts'
import { fakeTools, type Scripts } from './fake-tools.ts'

const quiet = () => undefined
const answering: Scripts = { docker: 'true', helm: 'true' }
const kindWith = (cluster: string, otherwise: string) =>
  `case "$1 $2" in "get clusters") echo ${cluster};; "version ") ;; *) ${otherwise};; esac`
const state = { crossplane: 'v2.4.0', pace: 0.02, whole: true } as const

beforeEach(() => vi.stubEnv('XDG_STATE_HOME', mkdtempSync(join(tmpdir(), 'roadbed-'))))
afterEach(() => vi.unstubAllEnvs())

describe('up in kind', () => {
  it('leaves a cluster alone that somebody else made under its name', async () => {
    const asked = fakeTools({ ...answering, kind: kindWith('roadbed-x', 'exit 1') })
    await expect(up({ name: 'x', engine: 'kind' }, quiet)).rejects.toThrow(
      'there is a kind cluster `roadbed-x` that Roadbed did not make: take another --name, or remove it by `kind delete cluster --name roadbed-x`',
    )
    expect(asked().filter(line => /create|delete/.test(line))).toEqual([])
  })

  it.each(['{"crossplane":"v2.4.0","pace":0.02,"whole":false}', 'damaged'])(
    'makes a cluster anew that an `up` left half made (%s), and says why it can’t be made',
    async text => {
      const folders = foldersOf('x')
      writeWhole(kindFile(folders), text)
      const failing = 'test "$1" = delete || { echo "no room for a node" >&2; exit 1; }'
      const asked = fakeTools({ ...answering, kind: kindWith('roadbed-x', failing) })
      await expect(up({ name: 'x' }, quiet)).rejects.toThrow(
        '`kind create cluster` failed; it said:\n  no room for a node',
      )
      expect(asked().flatMap(line => /^kind (delete|create)/.exec(line)?.[1] ?? [])).toEqual(['delete', 'create'])
      expect(readKind(folders)?.whole).toBe(false)
    },
  )

  it.runIf(canMount)('is refused on a full disk in words, and not with a code of the system’s', async () => {
    using disk = smallDisk('64k')
    fakeTools({ ...answering, kind: kindWith('none', 'exit 1') })
    vi.stubEnv('XDG_STATE_HOME', disk.folder)
    disk.fill()
    const full = `the disk that holds ${foldersOf('x').root} is full`
    const said = await up({ name: 'x', engine: 'kind' }, quiet).catch((problem: unknown) => String(problem))
    // The disk is taken away by a program on the PATH.
    vi.unstubAllEnvs()
    expect(said).toBe(`Error: ${full}`)
  })

  it('does not pass over another image for a node that is there', async () => {
    writeKind(foldersOf('x'), state)
    fakeTools({ ...answering, kind: kindWith('roadbed-x', 'exit 1') })
    await expect(up({ name: 'x', nodeImage: 'mirror/node:v1' }, quiet)).rejects.toThrow(
      'x has a node already: --node-image is for a new control plane, so `npx roadbed down --name x` comes first',
    )
  })

  it.each(['processes', 'kind'] as const)(
    'does not make a second control plane, by %s, beside one that has another engine',
    async engine => {
      const folders = foldersOf('x')
      if (engine === 'processes') writeKind(folders, state)
      else writeWhole(folders.settings, '{}')
      await expect(up({ name: 'x', engine }, quiet)).rejects.toThrow(
        `x runs ${engine === 'kind' ? 'as processes' : 'in kind'}: remove it by \`npx roadbed down --name x\`, or take another --name`,
      )
    },
  )
})

describe('down in kind', () => {
  it('removes the cluster that was made for it', async () => {
    writeKind(foldersOf('x'), state)
    const asked = fakeTools({ ...answering, kind: kindWith('roadbed-x', 'true') })
    expect(await down({ name: 'x', keepData: false }, quiet)).toBe(true)
    expect(asked().at(-1)).toContain('kind delete cluster --name roadbed-x')
    expect(existsSync(foldersOf('x').root)).toBe(false)
  })

  it('keeps what it knows when the cluster can’t be removed, or nobody would ever remove it', async () => {
    writeKind(foldersOf('x'), state)
    fakeTools({ ...answering, kind: kindWith('roadbed-x', 'echo "cannot connect to Docker" >&2; exit 1') })
    await expect(down({ name: 'x', keepData: false }, quiet)).rejects.toThrow('cannot connect to Docker')
    expect(existsSync(kindFile(foldersOf('x')))).toBe(true)
  })

  it('stops the cluster, and does not remove it, when its data is to be kept', async () => {
    writeKind(foldersOf('x'), state)
    const asked = fakeTools({ ...answering, kind: kindWith('roadbed-x', 'exit 1') })
    await down({ name: 'x', keepData: true }, quiet)
    expect(asked().at(-1)).toBe('docker stop roadbed-x-control-plane')
    expect(existsSync(kindFile(foldersOf('x')))).toBe(true)
  })
})
