import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundleFunction, licences } from '../../../packages/function/bundle.ts'
import { root } from '../../../packages/root.ts'

describe('the bundle', () => {
  const bundle = bundleFunction()

  it('holds no package that only developers need', async () => {
    const { packages: known } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean }>
    }
    const { packages } = await bundle
    expect(packages).toContain('node_modules/typebox')
    expect(packages.filter(path => known[path] === undefined || known[path].dev)).toEqual([])
  })

  it('loads of Node what a function works with, or an idle one would hold what only a library’s other uses need', async () => {
    const { code } = await bundle
    const loaded = [...code.toString().matchAll(/\brequire\("(?:node:)?(\w+)/g)].map(([, name]) => name)
    const needed = ['crypto', 'fs', 'http', 'net', 'path', 'perf_hooks', 'process', 'timers', 'tls', 'util', 'v8']
    expect(needed).toEqual(expect.arrayContaining([...new Set(loaded)]))
  })

  it('builds no regular expression over all of Unicode: each new pod would, for formats that no schema has', async () => {
    const { code } = await bundle
    expect(code.toString()).not.toMatch(/\\p\{Script/)
  })

  it('travels with the licence of every package that is in it', async () => {
    const sections = licences(await bundle)
      .split(/^== /m)
      .slice(1)
    const without = sections.filter(section => section.trim().split('\n').length < 3).map(section => section.trim())
    expect(without).toEqual([])
  })
})
