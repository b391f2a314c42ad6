import { join } from 'node:path'
import { buildPackages } from '../packages/build.ts'
import { imageFiles } from '../packages/function/root-file-system.ts'
import { packOnce } from '../packages/image/pack-once.ts'
import { configurationName, functionName, objectName } from '../packages/names.ts'
import type { PackageFile } from './registry/package-file.ts'
import { layersFolder } from './paths.ts'
import type { Folders } from './state.ts'

const kinds: Readonly<Record<string, PackageFile['kind']>> = {
  [functionName]: 'Function',
  [configurationName]: 'Configuration',
}

/**
 * Builds this checkout's packages for a control plane, the function first. Those that add a cloud's providers are left out:
 * what stands in for the providers needs no package.
 *
 * @throws a sentence where they can't be built
 */
export const ownPackages = async ({ root }: Folders): Promise<readonly PackageFile[]> => {
  const built = await buildPackages({
    out: join(root, 'packages'),
    files: await imageFiles(),
    packNode: packOnce(layersFolder()),
  })
  return built.flatMap(({ name, repository, version, file }) => {
    const kind = kinds[name]
    return kind ? [{ kind, name: objectName(repository), published: repository, tag: version, file }] : []
  })
}
