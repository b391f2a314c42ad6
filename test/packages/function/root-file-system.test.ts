import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundleFunction, licences } from '../../../packages/function/bundle.ts'
import { parseLibraries } from '../../../packages/function/libraries.ts'
import { runtimeConfig, runtimePlatform } from '../../../packages/function/root-file-system.ts'
import { nodeProgram, root } from '../../../packages/root.ts'

describe('the platform of the image', () => {
  it('is this machine’s, by the name that registries use', () => {
    expect(runtimePlatform('linux', 'x64')).toEqual({ os: 'linux', architecture: 'amd64' })
    expect(runtimePlatform('linux', 'arm64')).toEqual({ os: 'linux', architecture: 'arm64' })
  })

  it.each([
    ['darwin', 'arm64'],
    ['linux', 'ia32'],
  ])('is refused on %s %s with what to do, instead of an image that does not start', (os, cpu) => {
    expect(() => runtimePlatform(os, cpu)).toThrow(/build it on Linux \(x64 or arm64\), not /)
  })
})

describe('Node’s flags', () => {
  const flags = runtimeConfig.Entrypoint.filter(arg => arg.startsWith('--'))

  it('leave usable what Node brings compiled of itself, or a new pod would compile all of HTTP/2 before its first answer', () => {
    const tagUnder = (given: readonly string[]) =>
      execFileSync(nodeProgram, [...given, '-p', 'v8.cachedDataVersionTag()'], { encoding: 'utf8' })
    expect(flags).not.toEqual([])
    expect(tagUnder(flags)).toBe(tagUnder([]))
    expect(tagUnder(['--no-maglev'])).not.toBe(tagUnder([]))
  })

  it('have Node read none of the world’s authorities, or a new pod would parse all of them before it trusts Crossplane’s', () => {
    const authoritiesUnder = (given: readonly string[]) =>
      Number(
        execFileSync(nodeProgram, [...given, '-p', 'tls.getCACertificates().length'], { env: {}, encoding: 'utf8' }),
      )
    expect(authoritiesUnder([])).toBeGreaterThan(100)
    expect(authoritiesUnder(flags)).toBe(0)
  })
})

describe('the shared libraries', () => {
  const listing = [
    '\tlinux-vdso.so.1 (0x00007ffd1)',
    '\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f84b)',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f3f7)',
    '\t/lib64/ld-linux-x86-64.so.2 (0x00007f912)',
  ]

  it('are those that are files, the loader too; the kernel brings its own', () => {
    expect(parseLibraries(listing.join('\n'))).toEqual([
      '/lib/x86_64-linux-gnu/libc.so.6',
      '/lib/x86_64-linux-gnu/libm.so.6',
      '/lib64/ld-linux-x86-64.so.2',
    ])
  })

  it('are none for a program that needs none', () => {
    expect(parseLibraries('\tnot a dynamic executable')).toEqual([])
  })

  it('are refused when one is missing, instead of an image that does not start', () => {
    expect(() => parseLibraries('\tlibatomic.so.1 => not found')).toThrow(
      /is missing on this machine: libatomic\.so\.1/,
    )
  })
})

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
