import { join } from 'node:path'

/** The repository's folder. */
export const root = join(import.meta.dirname, '..')

/** Node as the function runs with it, whichever runs this. */
export const nodeProgram = join(root, 'node_modules/node/bin/node')
