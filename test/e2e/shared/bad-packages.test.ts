import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ownPackages } from '../../../control-plane/own-packages.ts'
import type { PackageFile } from '../../../control-plane/registry/package-file.ts'
import { up } from '../../../control-plane/up.ts'
import { toYaml } from '../../../generate/yaml.ts'
import { file } from '../../../packages/archive/tar.ts'
import { writeArchive } from '../../../packages/image/archive.ts'
import { layerOf, packageImage } from '../../../packages/image/image.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { again, cluster, folders, newNamespace } from './bed.ts'

const silent = () => undefined
const own = await ownPackages(folders)

const besides = (own_: readonly PackageFile[], path: string): readonly PackageFile[] => [
  ...own_,
  { kind: 'Configuration', name: 'other', published: 'xpkg.example.org/test/other', tag: 'v0.1.0', file: path },
]

/** A Configuration with nothing in it, which asks for a Crossplane that there is not. */
const ofTomorrow = async (path: string): Promise<void> => {
  const metadata = {
    apiVersion: 'meta.pkg.crossplane.io/v1',
    kind: 'Configuration',
    metadata: { name: 'other' },
    spec: { crossplane: { version: '>=v9.0.0' } },
  }
  const objects = await layerOf([file('package.yaml', `---\n${toYaml(metadata)}---\n`)])
  writeFileSync(path, await writeArchive(packageImage({ objects })))
}

it('says which package is damaged, at once, and leaves what is installed alone', async () => {
  const damaged = join(folders.root, 'damaged.xpkg')
  const bytes = readFileSync(own[0]?.file ?? '')
  bytes.fill(0, bytes.length / 2, bytes.length / 2 + 4096)
  writeFileSync(damaged, bytes)
  await expect(up({ ...again, packages: besides(own, damaged) }, silent)).rejects.toThrow(
    /damaged\.xpkg is no package: .*Build it again/,
  )
  expect(await cluster.read('pkg.crossplane.io/v1', 'Configuration', 'other')).toBeUndefined()
})

it('says that a package wants another Crossplane, in Crossplane’s words, and the next `up` is as if nothing had been', async () => {
  const path = join(folders.root, 'tomorrow.xpkg')
  await ofTomorrow(path)
  await expect(up({ ...again, packages: besides(own, path) }, silent)).rejects.toThrow(
    /Configuration other can't be installed[^]*package is not compatible with Crossplane version \(v2\.4\.0\)/,
  )
  await cluster.remove({ apiVersion: 'pkg.crossplane.io/v1', kind: 'Configuration', metadata: { name: 'other' } })
  expect((await up(again, silent)).already).toBe(true)
  await cluster.apply(databaseClaim({}, { namespace: await newNamespace('after') }))
})
