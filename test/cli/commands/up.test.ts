import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { upCommand } from '../../../cli/commands/up.ts'
import { UsageError } from '../../../cli/exit.ts'
import { root } from '../../harness/files.ts'

/** Runs the command as a user does who has nothing but Node. */
const roadbed = (...args: readonly string[]) => {
  const cache = mkdtempSync(join(tmpdir(), 'roadbed-'))
  const env = { PATH: cache, XDG_CACHE_HOME: cache, NO_COLOR: '1' }
  const command = [join(root, 'cli/main.ts'), ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', env })
  return { status, stdout, stderr, cache }
}

const streams = { out: () => undefined, err: () => undefined, terminal: false }
const flags = { name: 'test', engine: 'processes' } as const

describe('roadbed up', () => {
  it.each([
    [{ ...flags, engine: 'kind' as const }, '--engine kind is not supported yet'],
    [{ ...flags, name: '../elsewhere' }, '--name ../elsewhere: write'],
    [{ ...flags, crds: '/nowhere' }, '--crds /nowhere: there is no such folder'],
  ])('%j is wrong usage, said before anything is built or started', async (wrong, sentence) => {
    await expect(upCommand(wrong, streams)).rejects.toThrow(sentence)
    await expect(upCommand(wrong, streams)).rejects.toThrow(UsageError)
  })

  it('names the versions of Crossplane that there are', () => {
    const { status, stderr, cache } = roadbed('up', '--crossplane', 'v1.20.0')
    expect(stderr).toContain('Allowed choices are v2.4.0, v2.3.4')
    expect(status).toBe(2)
    expect(readdirSync(cache)).toEqual([])
  })

  it('tells who has neither the programs nor Go what to install', () => {
    const { status, stderr } = roadbed('up')
    expect(stderr).toContain('install Go 1.26 or newer (https://go.dev/dl)')
    expect(stderr).not.toContain('    at ')
    expect(status).toBe(3)
  })
})

describe('roadbed down', () => {
  it('is content when nothing is up, so that a script may run it twice', () => {
    expect(roadbed('down')).toMatchObject({ status: 0, stderr: 'roadbed was not up\n' })
  })
})
