import { createHash } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** Eight lower-case characters (40 bits) that depend on every byte of the parts. */
export const stableHash = (...parts: readonly string[]): string => {
  const digest = createHash('sha256').update(parts.join('\u0000')).digest()
  let hash = ''
  for (let index = 0; index < 8; index++) hash += alphabet[(digest[index] ?? 0) % 32]
  return hash
}

export interface Owner {
  readonly name: string
  /** Part of every name: a claim that is made again, or one of the same name elsewhere, never meets the old names. */
  readonly uid: string
}

/** The shortest limit among the systems we name things in: CloudNativePG appends to a cluster's name and allows 50. */
const limit = 50

/**
 * `<claim>-<part>-<hash>`: a name that every provider accepts (lower case, digits, single hyphens, starts with a letter,
 * at most 50 characters) and that nobody else can have: the hash covers the claim's UID.
 */
export const composedName = (owner: Owner, part: string): string => {
  const hash = stableHash(owner.uid, part)
  const room = limit - hash.length - 1
  const readable = tidy(`${tidy(owner.name).slice(0, Math.max(8, room - part.length - 1))}-${part}`).slice(0, room)
  return `${readable.replace(/-+$/, '')}-${hash}`
}

const tidy = (name: string): string => {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return /^[a-z]/.test(plain) ? plain : `x${plain}`
}
