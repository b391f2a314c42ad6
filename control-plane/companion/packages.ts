import { serveRegistry } from '../registry/serve.ts'
import type { ServedImage } from '../registry/image.ts'
import type { Controller } from './controller.ts'

/** Serves our packages to Crossplane's package manager. */
export const packages: Controller = {
  name: 'registry',
  start: async ({ options }) => {
    const registry = await serveRegistry(() => Promise.resolve([] as readonly ServedImage[]), options.registryPort)
    return () => Promise.resolve(registry.close())
  },
}
