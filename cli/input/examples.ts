import { join } from 'node:path'

const examples = join(import.meta.dirname, '..', '..', 'examples')

/** A claim of three lines. */
export const minimalClaim = join(examples, 'database', 'minimal.yaml')

/** A platform that describes all four providers. */
export const examplePlatform = join(examples, 'platform', 'default.yaml')
