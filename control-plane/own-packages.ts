import { join } from 'node:path'
import { builtFile, configurationName, functionName, objectName, repositoryOf } from '../packages/names.ts'
import { sourcesDigest } from '../packages/sources.ts'
import { version } from '../packages/version.ts'
import { keepPackages, keptPackages } from './kept-packages.ts'
import type { PackageFile } from './registry/package-file.ts'
import { layersFolder, packagesFolder } from './paths.ts'
import type { Folders } from './state.ts'

const kinds = { [functionName]: 'Function', [configurationName]: 'Configuration' } as const

/**
 * This checkout's packages for a control plane, the function first: built, unless the same sources have been built before. Those that
 * add a cloud's providers are left out: what stands in for the providers needs no package.
 *
 * @throws a sentence where they can't be built
 */
export const ownPackages = async ({ root }: Folders): Promise<readonly PackageFile[]> => {
  const out = join(root, 'packages')
  const own = Object.entries(kinds).map(([name, kind]): PackageFile => {
    const published = repositoryOf(name)
    return { kind, name: objectName(published), published, tag: version, file: builtFile(out, name) }
  })
  const files = own.map(({ file }) => file)
  const digest = sourcesDigest()
  const kept = digest === undefined ? undefined : join(packagesFolder(), digest)
  if (kept !== undefined && (await keptPackages(kept, files))) return own
  await buildInto(out)
  if (kept !== undefined) await keepPackages(kept, files)
  return own
}

/** To load what builds takes half a second, which most do without. */
const buildInto = async (out: string): Promise<void> => {
  const { buildPackages } = await import('../packages/build.ts')
  const { imageFiles } = await import('../packages/function/root-file-system.ts')
  const { packOnce } = await import('../packages/image/pack-once.ts')
  await buildPackages({ out, files: await imageFiles(), packNode: packOnce(layersFolder()) })
}
