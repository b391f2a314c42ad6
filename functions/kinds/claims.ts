import { apiVersion } from '../../apis/group.ts'
import type { JsonObject } from '../runtime/json.ts'
import { objectAt } from '../runtime/read.ts'
import { kindOf, type ObjectMeta } from '../runtime/resource-kind.ts'
import type { Readable } from '../runtime/unread.ts'

/** A claim of ours as part of another. What it asks for is checked when it is composed itself. */
type Claim = {
  readonly apiVersion: typeof apiVersion
  readonly kind: string
  readonly metadata: ObjectMeta
  readonly spec: JsonObject
}

export const claimOf = (kind: string) => kindOf<Claim>(apiVersion, kind)

export const XDatabase = claimOf('XDatabase')
export const XService = claimOf('XService')

/**
 * What is asked of a database that is made with something else. Which backups it begins with is decided when it is made: one that is
 * there keeps its word, whatever would be said of it today.
 *
 * @param existing the spec that it has; `undefined` while it is not there
 */
export const begunOnce = (spec: JsonObject, existing: Readable | undefined): JsonObject => {
  if (existing === undefined) return spec
  const { restoreFrom: _wanted, ...rest } = spec
  const begun = objectAt(existing, 'restoreFrom')
  return Object.keys(begun).length === 0 ? rest : { ...rest, restoreFrom: begun }
}
