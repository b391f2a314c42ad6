import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { databaseClaim } from './claims.ts'

/** The database that a claim is to be restored from, whose owner lets it; `undefined` for a claim that begins empty. */
export const sourceFor = (claim: JsonObject, spec: JsonObject = {}): JsonObject | undefined => {
  const database = objectAt(claim, 'spec', 'restoreFrom', 'database')
  const [name, own] = [textAt(database, 'name'), textAt(claim, 'metadata', 'namespace') ?? '']
  return name === undefined
    ? undefined
    : databaseClaim(
        { backup: { allowedNamespaces: [own] }, ...spec },
        { name, namespace: textAt(database, 'namespace') ?? own },
      )
}
