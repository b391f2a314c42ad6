import { hash } from 'node:crypto'
import { remembering } from './remember.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** Eight lower-case characters (40 bits) that depend on every byte of the parts. */
export const stableHash = (...parts: readonly string[]): string => {
  const digest = hash('sha256', parts.join('\u0000'), 'buffer')
  let letters = ''
  for (let index = 0; index < 8; index++) letters += alphabet[(digest[index] ?? 0) % 32]
  return letters
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
export const composedName = ({ name, uid }: Owner, part: string): string => namesOf(uid)(name)(part)

/** A call asks for the same few names again and again, and so does the next call for the claim. */
const namesOf = remembering(1024, uid =>
  remembering(4, name => {
    const tidied = tidy(name)
    return remembering(64, part => {
      const letters = stableHash(uid, part)
      const room = limit - letters.length - 1
      const readable = tidy(`${tidied.slice(0, Math.max(8, room - part.length - 1))}-${part}`).slice(0, room)
      return `${readable.replace(/-+$/, '')}-${letters}`
    })
  }),
)

const tidy = (name: string): string => {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return /^[a-z]/.test(plain) ? plain : `x${plain}`
}
