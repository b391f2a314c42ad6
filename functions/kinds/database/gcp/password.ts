import { createHmac } from 'node:crypto'
import { Secret } from '../../../generated/core/secret.ts'
import type { Edge } from '../../../runtime/kind.ts'
import { conditionOf } from '../../../runtime/observed.ts'
import { waiting, type Entry } from '../../../runtime/plan.ts'
import { textAt } from '../../../runtime/read.ts'
import { object } from '../../composed.ts'
import type { GcpDatabase } from './database.ts'

/** Where random bytes come from: taken only when a password is drawn. */
export type Draw = Pick<Edge, 'seed'>

/**
 * The user's password. Cloud SQL's provider makes none, so it is drawn here, once: as soon as the Secret is observed it
 * is only read back, and while the user may already have a password none is drawn.
 */
export const password = (db: GcpDatabase, edge: Draw): Entry => {
  const known = knownPassword(db)
  if (!known && userMayHaveOne(db))
    return waiting('password', 'its Secret is missing, and the user has it already: restore the Secret')
  return object(db.claim, 'password', Secret, {
    type: 'Opaque',
    data: { password: encode(known ?? drawn(edge.seed, db.claim.uid)) },
  })
}

/** From our Secret, or from the user's own connection details should the Secret have been deleted. */
export const knownPassword = ({ observed }: GcpDatabase): string | undefined => {
  const stored = textAt(observed.composed('password')?.resource, 'data', 'password')
  return stored === undefined ? observed.connection('user', 'password') : Buffer.from(stored, 'base64').toString()
}

const userMayHaveOne = ({ observed }: GcpDatabase): boolean => {
  const user = observed.composed('user')?.resource
  return user !== undefined && textAt(conditionOf(user, 'Synced'), 'status') === 'True'
}

/** 32 letters and digits, 190 bits, from random bytes that are used for nothing else. */
const drawn = (seed: Uint8Array, purpose: string): string => {
  const bytes = createHmac('sha512', seed).update(purpose).digest()
  return Array.from(bytes.subarray(0, 32), byte => letters[byte % letters.length]).join('')
}

// 64 characters, so that every byte is as likely as the next; none needs escaping in a URL or a shell.
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const encode = (text: string): string => Buffer.from(text).toString('base64')
