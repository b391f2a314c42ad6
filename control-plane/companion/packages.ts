import { readArchive } from '../../packages/image/archive.ts'
import { packageImages } from '../registry/package-images.ts'
import { serveRegistry } from '../registry/serve.ts'
import type { Controller } from './controller.ts'

/** Serves our packages to Crossplane's package manager. */
export const packages: Controller = {
  name: 'registry',
  start: async ({ folders, options }) => {
    const registry = await serveRegistry(packageImages(folders, readArchive), options.registry)
    return () => Promise.resolve(registry.close())
  },
}
