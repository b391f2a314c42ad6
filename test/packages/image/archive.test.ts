import { randomBytes } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { file, readTar, writeTar, type TarEntry } from '../../../packages/archive/tar.ts'
import { packageObjects, readArchive, rootFileSystem, writeArchive } from '../../../packages/image/archive.ts'
import { digestOf } from '../../../packages/image/digest.ts'
import { layerOf, packageImage } from '../../../packages/image/image.ts'

const program = file('usr/bin/program', 'a program', 0o755)
let folder: string
let bytes: Buffer
let path: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roadbed-archive-'))
  path = join(folder, 'good.xpkg')
  const [layer, objects] = [await layerOf([program]), await layerOf([file('package.yaml', '---\na: 1\n---\n')])]
  bytes = await writeArchive(packageImage({ layers: [layer], objects }))
  await writeFile(path, bytes)
})

describe('a package file', () => {
  it('is served with the annotation by which Crossplane finds the objects', async () => {
    const { manifest } = await readArchive(path)
    expect(manifest.layers.map(({ annotations }) => annotations)).toEqual([undefined, { 'io.crossplane.xpkg': 'base' }])
  })

  it('is served with digests and sizes that a registry will find true', async () => {
    const { manifest, manifestBlob, config, layers } = await readArchive(path)
    const contents = [config.bytes, ...(await Promise.all(layers.map(({ read }) => read())))]
    const served = contents.map(content => ({ digest: digestOf(content), size: content.length }))
    expect([manifest.config, ...manifest.layers]).toMatchObject(served)
    expect(JSON.parse(manifestBlob.bytes.toString())).toEqual(manifest)
    expect(manifestBlob.digest).toBe(digestOf(manifestBlob.bytes))
  })

  it('holds the program’s files apart from the package’s objects', async () => {
    const archive = await readArchive(path)
    const files = await rootFileSystem(archive)
    expect(files.filter(({ content }) => content)).toEqual([program])
    expect(await packageObjects(archive)).toBe('---\na: 1\n---\n')
  })
})

describe('a layer as large as Node’s', () => {
  it('is not kept in memory, and the same when it is read again', async () => {
    const large = join(folder, 'large.xpkg')
    const layer = await layerOf([file('noise', randomBytes(3 * 2 ** 20))])
    await writeFile(large, await writeArchive(packageImage({ layers: [layer], objects: await layerOf([]) })))
    const [stored] = (await readArchive(large)).layers
    expect([stored?.digest, stored?.size]).toEqual([layer.digest, layer.bytes.length])
    expect(digestOf((await stored?.read()) ?? Buffer.alloc(0))).toBe(layer.digest)
    await writeFile(large, '')
    await expect(stored?.read()).rejects.toThrow(/is no package/)
  })
})

describe('a package file that was damaged is refused in words', () => {
  const refusal = async (change: (entries: readonly TarEntry[]) => readonly TarEntry[]) => {
    const bad = join(folder, 'bad.xpkg')
    await writeFile(bad, await writeTar(change(await readTar(bytes))))
    return readArchive(bad).then(
      () => 'accepted',
      (error: Error) => `${error.name}: ${error.message.replace(bad, 'FILE')}`,
    )
  }
  const replace = (name: RegExp, content: string) => (entries: readonly TarEntry[]) =>
    entries.map(entry => (name.test(entry.path) ? { ...entry, content: Buffer.from(content) } : entry))

  it.each([
    ['a layer was exchanged', replace(/gz$/, 'other'), /the content of .*\.tar\.gz is not what its name says/],
    ['the config was exchanged', replace(/^sha256/, '{}'), /its config is not what it should be/],
    ['the index is no JSON', replace(/^manifest/, '{'), /manifest\.json is not what it should be/],
    [
      'a layer is gone',
      (all: readonly TarEntry[]) => all.filter(({ path: name }) => !name.endsWith('gz')),
      /is missing in it/,
    ],
  ])('because %s', async (_, change, message) => {
    const text = await refusal(change)
    expect(text).toMatch(message)
    expect(text).toMatch(/^PackageError: FILE is no package: .*\. Build it again with npm run build$/)
  })

  it('because it was cut off', async () => {
    const cut = join(folder, 'cut.xpkg')
    await writeFile(cut, bytes.subarray(0, 1000))
    await expect(readArchive(cut)).rejects.toThrow(/is no package/)
  })

  it('because it is not there', async () => {
    await expect(readArchive(join(folder, 'none.xpkg'))).rejects.toThrow(
      /can't be read: build the packages with npm run build/,
    )
  })
})
