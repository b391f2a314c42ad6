import { writeFileSync } from 'node:fs'
import type { PackageFile } from '../../control-plane/registry/package-file.ts'
import { toYaml } from '../../generate/yaml.ts'
import { file } from '../../packages/archive/tar.ts'
import { writeArchive } from '../../packages/image/archive.ts'
import { layerOf, packageImage } from '../../packages/image/image.ts'

/** Writes a Configuration with nothing in it, for a range of Crossplane versions. */
export const writeSmallPackage = async (path: string, crossplane: string): Promise<void> => {
  const metadata = {
    apiVersion: 'meta.pkg.crossplane.io/v1',
    kind: 'Configuration',
    metadata: { name: 'other' },
    spec: { crossplane: { version: crossplane } },
  }
  const objects = await layerOf([file('package.yaml', `---\n${toYaml(metadata)}---\n`)])
  writeFileSync(path, await writeArchive(packageImage({ objects })))
}

/** How a file is installed as a package of its own. */
export const asOther = (path: string): PackageFile => ({
  kind: 'Configuration',
  name: 'other',
  published: 'xpkg.example.org/test/other',
  tag: 'v0.1.0',
  file: path,
})
