import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { stale, write } from '../../generate/files.ts'
import { folderOf } from './fixtures.ts'

const folders: { remove: () => void }[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})

const folder = (files: Record<string, string>) => {
  const made = folderOf(files)
  folders.push(made)
  return made.path
}

const wanted = [
  { path: 'same.txt', text: 'same' },
  { path: 'old.txt', text: 'new' },
  { path: 'deep/down/missing.txt', text: 'made' },
]

describe('generated files', () => {
  it('are none where none are generated, or a new kind needs a first file by hand', () => {
    expect(stale([], folder({}))).toEqual([])
    expect(write([], folder({}))).toEqual([])
  })

  it('are stale when they are missing or differ, and a check writes nothing, or it hides what it found', () => {
    const root = folder({ 'same.txt': 'same', 'old.txt': 'old' })
    expect(stale(wanted, root)).toEqual(['old.txt', 'deep/down/missing.txt'])
    expect(stale(wanted, root)).toEqual(['old.txt', 'deep/down/missing.txt'])
  })

  it('are written where they are stale, and told, or a review shows changes that are none', () => {
    const root = folder({ 'same.txt': 'same', 'old.txt': 'old' })
    expect(write(wanted, root)).toEqual(['old.txt', 'deep/down/missing.txt'])
    expect(wanted.map(({ path }) => readFileSync(join(root, path), 'utf8'))).toEqual(['same', 'new', 'made'])
    expect(write(wanted, root)).toEqual([])
  })
})
