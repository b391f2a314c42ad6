import { appendFileSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sources, sourcesDigest } from '../../packages/sources.ts'
import { copyCheckout } from './built.ts'

const checkout = copyCheckout()
const digest = sourcesDigest(checkout)

it('is the same for the same sources elsewhere, or a fresh clone builds what has been built', () => {
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(sourcesDigest(copyCheckout())).toBe(digest)
})

it('is none without Linux, where `ldd` would be missed before anybody is told that packages can’t be built there', () => {
  expect(sourcesDigest(checkout, 'darwin')).toBeUndefined()
})

it.each(sources)('is another one when something in %s changes, or `up` installs what the sources were', source => {
  const path = join(checkout, source)
  const file = statSync(path).isDirectory() ? join(path, 'new.txt') : path
  const before = sourcesDigest(checkout)
  appendFileSync(file, 'a')
  const after = sourcesDigest(checkout)
  appendFileSync(file, 'b')
  expect(new Set([before, after, sourcesDigest(checkout)]).size).toBe(3)
})

it('is another one when a file is renamed or goes, for a module may be found by its name', () => {
  const before = sourcesDigest(checkout)
  renameSync(join(checkout, 'apis', 'new.txt'), join(checkout, 'apis', 'other.txt'))
  const renamed = sourcesDigest(checkout)
  rmSync(join(checkout, 'apis', 'other.txt'))
  expect(new Set([before, renamed, sourcesDigest(checkout)]).size).toBe(3)
})

it('is another one when npm has installed something else, and there is none where nobody knows what', () => {
  const modules = join(checkout, 'node_modules')
  const before = sourcesDigest(checkout)
  rmSync(modules)
  expect(sourcesDigest(checkout)).toBeUndefined()
  mkdirSync(modules)
  writeFileSync(join(modules, '.package-lock.json'), '{}')
  const after = sourcesDigest(checkout)
  expect(after).toMatch(/^[0-9a-f]{64}$/)
  expect(after).not.toBe(before)
})

it('does not depend on how long a link to a checkout is', () => {
  const link = `${copyCheckout()}-by-another-name`
  symlinkSync(link.replace('-by-another-name', ''), link)
  expect(sourcesDigest(link)).toBe(digest)
})
