import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { keepPackages, keptPackages } from '../../control-plane/kept-packages.ts'
import { writeSmallPackage } from '../harness/small-package.ts'

let folder = ''
let files: readonly string[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roadbed-kept-'))
  mkdirSync(join(folder, 'built'))
  files = ['a.xpkg', 'b.xpkg'].map(name => join(folder, 'built', name))
  for (const file of files) await writeSmallPackage(file, '>=v2.0.0')
})
const kept = (name = 'kept') => join(folder, 'cache', name)
const elsewhere = () => files.map(file => file.replace('built', 'elsewhere'))

describe('packages that were built before', () => {
  it('are put in their places as they were, or `up` would install another content under the same name', async () => {
    await keepPackages(kept(), files)
    expect(await keptPackages(kept(), elsewhere())).toBe(true)
    expect(elsewhere().map(file => readFileSync(file))).toEqual(files.map(file => readFileSync(file)))
  })

  it('are not there when they were not kept, or not all of them', async () => {
    expect(await keptPackages(kept(), elsewhere())).toBe(false)
    await keepPackages(kept(), files.slice(0, 1))
    expect(await keptPackages(kept(), elsewhere())).toBe(false)
  })

  it('are not used when they are damaged, and are replaced: otherwise `up` fails until somebody finds the cache', async () => {
    await keepPackages(kept(), files)
    const bytes = readFileSync(join(kept(), 'b.xpkg'))
    writeFileSync(join(kept(), 'b.xpkg'), bytes.subarray(0, bytes.length / 2))
    expect(await keptPackages(kept(), elsewhere())).toBe(false)
    await keepPackages(kept(), files)
    expect(await keptPackages(kept(), elsewhere())).toBe(true)
  })

  it('are kept for the three states of the sources that were wanted last, or the cache grows with every edit', async () => {
    for (const [index, name] of ['first', 'second', 'third'].entries()) {
      await keepPackages(kept(name), files)
      utimesSync(kept(name), index, index)
    }
    expect(await keptPackages(kept('first'), elsewhere())).toBe(true)
    await keepPackages(kept('fourth'), files)
    expect(readdirSync(join(folder, 'cache')).toSorted()).toEqual(['first', 'fourth', 'third'])
  })

  it('are not kept where there is no room, and nothing fails for it', async () => {
    writeFileSync(join(folder, 'cache'), 'a file where the folder should be')
    await keepPackages(kept(), files)
    expect(existsSync(kept())).toBe(false)
  })
})
