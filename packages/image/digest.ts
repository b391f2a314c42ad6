import { createHash } from 'node:crypto'

/** How registries name content: `sha256:` and 64 hexadecimal digits. */
export type Digest = `sha256:${string}`

export const digestOf = (content: Uint8Array): Digest => `sha256:${createHash('sha256').update(content).digest('hex')}`

export const hexOf = (digest: Digest): string => digest.slice('sha256:'.length)
