import { packageImages, type ReadArchive } from '../registry/package-images.ts'
import { serveRegistry } from '../registry/serve.ts'
import type { Controller } from './controller.ts'

/** Serves our packages to Crossplane's package manager. */
export const packages: Controller = {
  name: 'registry',
  start: async ({ folders, options }) => {
    const registry = await serveRegistry(packageImages(folders, readArchive), options.registryPort)
    return () => Promise.resolve(registry.close())
  },
}

/** Package files are built by a later part of this project; until then nothing offers one. */
const readArchive: ReadArchive = file => Promise.reject(new Error(`${file}: package files can’t be read yet`))
