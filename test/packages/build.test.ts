import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { connect } from '../../cli/function/remote.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { rootFolder } from '../../packages/build.ts'
import { packageObjects, readArchive, rootFileSystem, type PackageArchive } from '../../packages/image/archive.ts'
import { writeEntries } from '../../packages/files.ts'
import { version } from '../../packages/version.ts'
import { root } from '../../packages/root.ts'
import { bytesOf, request } from '../harness/requests.ts'
import { build, contents, copyCheckout, type Build } from './built.ts'
import { canConfine, start } from './running.ts'

let builds: readonly [Build, Build]
let archive: PackageArchive

beforeAll(async () => {
  const elsewhere = { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', HOME: '/nonexistent', HOSTNAME: 'other' }
  builds = await Promise.all([build(root, '022'), build(copyCheckout(), '077', elsewhere)])
  archive = await readArchive(join(builds[0].out, `function-roadbed-${version}.xpkg`))
}, 60_000)

afterAll(() => {
  for (const folder of [builds[0].out, builds[1].out, builds[1].checkout]) rmSync(folder, { recursive: true })
})

describe('two builds in different folders, with another umask, time zone and home', () => {
  it('give the same bytes, or nobody could check that a release is what its sources say', () => {
    const [one, two] = builds.map(({ out }) => contents(out))
    const digests = (files: Readonly<Record<string, string>> = {}) =>
      Object.entries(files).map(([path, value]) => `${path} ${value.split(' ')[1] ?? ''}`)
    expect(digests(two)).toEqual(digests(one))
    expect(digests(one).filter(line => line.includes('.xpkg '))).toHaveLength(5)
  })

  it('give the Dockerfile the same permissions, or the image’s user could not read its program', () => {
    const [one, two] = builds.map(({ out }) => contents(rootFolder(out)))
    expect(two).toEqual(one)
    expect(one?.['usr/local/bin/node']).toMatch(/^755 /)
    expect(one?.['function/main.cjs']).toMatch(/^644 /)
  })

  it('leave no trace of where they were made, or of when', async () => {
    const code = readFileSync(join(rootFolder(builds[0].out), 'function/main.cjs'), 'utf8')
    expect([root, builds[1].checkout].filter(path => code.includes(path))).toEqual([])
    const config = JSON.parse(archive.config.bytes.toString()) as object
    expect(Object.keys(config)).toEqual(['architecture', 'os', 'config', 'rootfs'])
    expect(await packageObjects(archive)).not.toContain(root)
  })
})

describe('the function’s package', () => {
  it('declares what it can do, or a Composition that calls it is not valid', async () => {
    const [metadata] = parseAllDocuments(await packageObjects(archive)).map(part => part.toJS() as unknown)
    expect(metadata).toMatchObject({ kind: 'Function', spec: { capabilities: ['composition'] } })
  })

  it('weighs at most 90 MB beside Node', () => {
    const folder = rootFolder(builds[0].out)
    const bytes = (path: string) => statSync(join(folder, path)).size
    const beside = Object.keys(contents(folder))
      .filter(path => path !== 'usr/local/bin/node' && statSync(join(folder, path)).isFile())
      .reduce((sum, path) => sum + bytes(path), 0)
    expect(beside).toBeLessThan(90e6)
  })

  it('holds no shell, no package manager and nothing that only developers need', async () => {
    const files = (await rootFileSystem(archive)).filter(({ content }) => content).map(({ path }) => path)
    expect(files.filter(path => !/^lib(64)?\//.test(path)).toSorted()).toEqual([
      'etc/group',
      'etc/passwd',
      'function/LICENSE',
      'function/NOTICE',
      'function/THIRD-PARTY',
      'function/main.cache',
      'function/main.cjs',
      'function/start.cjs',
      'usr/local/bin/node',
    ])
    expect(files.filter(path => /^lib(64)?\//.test(path) && !/\.so(\.\d+)*$/.test(path))).toEqual([])
  })
})

describe('the program in the package, started as a container is', () => {
  const notUsed = /main\.cache is not used/

  const answers = async (...how: Parameters<typeof start>) => {
    const { process: child, address, client, said } = await start(...how)
    const remote = connect(address, client)
    try {
      const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8')
      const response = RunFunctionResponse.decode(await remote.call(bytesOf(request())))
      return {
        kinds: Object.values(response.desired?.resources ?? {}).map(each => textAt(each.resource, 'kind')),
        status,
        said: said(),
      }
    } finally {
      remote.close()
      child.kill()
    }
  }

  it('answers over mutual TLS with its own Node, which need not compile it again', async () => {
    const { kinds, said } = await answers(rootFolder(builds[0].out), false)
    expect(kinds).toContain('Instance')
    expect(said).not.toMatch(notUsed)
  })

  it('answers all the same where V8 can’t use what it compiled before', async () => {
    const { kinds, said } = await answers(rootFolder(builds[0].out), false, ['--no-opt'])
    expect(kinds).toContain('Instance')
    expect(said).toMatch(notUsed)
  })

  it('gives V8 nothing that is hot before it is called, or an idle pod would hold its compilers’ pages for ever', async () => {
    const { process: child, said } = await start(rootFolder(builds[0].out), false, ['--trace-opt'], '127.0.0.1:0')
    // What counts calls is loaded a second after the start.
    await sleep(2000)
    child.kill()
    const hot = [...said().matchAll(/compiling method \w+ <JSFunction (\w*)/g)].map(([, name]) => name)
    // Names of folders are searched a character at a time; those in the image are short.
    expect(hot.filter(name => name !== 'isPosixPathSeparator' && name !== 'normalizeString')).toEqual([])
  })

  it.runIf(canConfine)('needs nothing beside its read-only root file system, and not to be root', async () => {
    const folder = join(builds[0].out, 'unpacked')
    await writeEntries(folder, await rootFileSystem(archive))
    const { kinds, status } = await answers(folder, true)
    expect(kinds).toContain('Instance')
    expect(status).toMatch(/^Uid:\t2000\t2000\t2000\t2000$/m)
    expect(status).toMatch(/^CapEff:\t0+$/m)
  })
})
