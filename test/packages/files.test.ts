import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { file } from '../../packages/archive/tar.ts'
import { writeEntries } from '../../packages/files.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'roadbed-files-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

it.each(['../escaped', 'a/../../escaped', '/escaped'])(
  'refuses %s: a package from elsewhere must not write beside its folder',
  async path => {
    await expect(writeEntries(join(folder, 'inner'), [file(path, 'x')])).rejects.toThrow(/would lie outside of/)
    expect(existsSync(join(folder, 'escaped'))).toBe(false)
  },
)

it('leaves nothing of what was there before, or an old file would get into a new image', async () => {
  const inner = join(folder, 'inner')
  await writeEntries(inner, [file('old', 'x')])
  await writeEntries(inner, [file('bin/new', 'x', 0o755)])
  expect(existsSync(join(inner, 'old'))).toBe(false)
  expect([statSync(join(inner, 'bin')).mode & 0o777, statSync(join(inner, 'bin/new')).mode & 0o777]).toEqual([
    0o755, 0o755,
  ])
})
