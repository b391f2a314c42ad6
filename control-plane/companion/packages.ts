import type { ServedImage } from '../registry/image.ts'
import { offeredPackages, type PackageFile } from '../registry/package-file.ts'
import { serveRegistry } from '../registry/serve.ts'
import { archiveOf } from './archives.ts'
import type { Controller } from './controller.ts'

/** Serves our packages to Crossplane's package manager. */
export const packages: Controller = {
  name: 'registry',
  start: async ({ options, folders }) => {
    const images = () => Promise.all(offeredPackages(folders).map(served))
    const registry = await serveRegistry(images, options.registryPort)
    return () => Promise.resolve(registry.close())
  },
}

const served = async ({ file, published, tag }: PackageFile): Promise<ServedImage> => {
  const { manifest, manifestBlob, config, layers } = await archiveOf(file)
  return {
    repository: published.slice(published.indexOf('/') + 1),
    tag,
    manifest: { mediaType: manifest.mediaType, ...manifestBlob },
    blobs: new Map([config, ...layers].map(({ digest, bytes }) => [digest, bytes])),
  }
}
