import { join } from 'node:path'
import { toYaml } from '../generate/yaml.ts'
import { file } from './archive/tar.ts'
import { configurations, type PackageContent } from './configuration/configurations.ts'
import { writeOne } from './files.ts'
import { functionContent } from './function/metadata.ts'
import type { ImageFiles } from './function/root-file-system.ts'
import { runtimeConfig, runtimePlatform } from './function/runtime.ts'
import { writeArchive } from './image/archive.ts'
import { layerOf, packageImage, type Image, type Pack } from './image/image.ts'
import { builtFile, functionName, repositoryOf } from './names.ts'
import { version } from './version.ts'

/** A package that was built. */
export interface BuiltPackage {
  readonly name: string
  /** Where it is published, without a tag; a control plane finds it there. */
  readonly repository: string
  /** Its tag. */
  readonly version: string
  /** The file, as `crossplane xpkg push` takes it. */
  readonly file: string
}

interface Options {
  /** A folder; made when it is missing. */
  readonly out: string
  readonly files: ImageFiles
  /** How Node's layer is packed. It hardly ever changes and takes longer than everything else. Default: anew. */
  readonly packNode?: Pack
}

/**
 * Builds every package into a folder, the function first. The same sources on the same machine give the same bytes. Rejects
 * with a sentence where there is no Linux.
 */
export const buildPackages = async ({ out, ...options }: Options): Promise<readonly BuiltPackage[]> => {
  const built = [await write(out, functionName, await functionImage(options))]
  for (const content of configurations()) {
    built.push(await write(out, content.name, packageImage({ objects: await objectsLayer(content) })))
  }
  return built
}

/** Where the function's root file system lies for the Dockerfile. */
export const rootFolder = (out: string): string => join(out, functionName, 'rootfs')

const functionImage = async ({ files, packNode = layerOf }: Omit<Options, 'out'>): Promise<Image> => {
  const platform = runtimePlatform()
  const layers = await Promise.all([packNode(files.node), layerOf(files.program)])
  return packageImage({ platform, runtime: runtimeConfig, layers, objects: await objectsLayer(functionContent()) })
}

/** Each object is a document; tools that read the layer as one stream drop what follows the last `---`. */
const objectsLayer = ({ objects }: PackageContent) =>
  layerOf([file('package.yaml', `---\n${objects.map(object => `${toYaml(object)}---\n`).join('')}`)])

const write = async (out: string, name: string, image: Image): Promise<BuiltPackage> => {
  const path = builtFile(out, name)
  await writeOne(path, await writeArchive(image))
  return { name, repository: repositoryOf(name), version, file: path }
}
