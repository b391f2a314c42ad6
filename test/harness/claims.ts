import { apiVersion } from '../../apis/group.ts'
import { isObject, type JsonObject } from '../../functions/runtime/json.ts'
import { listAt, objectAt } from '../../functions/runtime/read.ts'

/** A claim for a database with just what a test is about. */
export const databaseClaim = (spec: JsonObject = {}, metadata: JsonObject = {}): JsonObject => ({
  apiVersion,
  kind: 'XDatabase',
  metadata: { name: 'orders', namespace: 'team-a', ...metadata },
  spec: { engine: 'Postgres', size: 'small', ...spec },
})

/** A service with just what a test is about. */
export const serviceClaim = (spec: JsonObject = {}, metadata: JsonObject = {}): JsonObject => ({
  apiVersion,
  kind: 'XService',
  metadata: { name: 'api', namespace: 'team-a', ...metadata },
  spec: { image: 'registry.example.com/shop/api:1.0.0', ...spec },
})

/** An environment with just what a test is about. */
export const environmentClaim = (spec: JsonObject = {}, metadata: JsonObject = {}): JsonObject => ({
  apiVersion,
  kind: 'XEnvironment',
  metadata: { name: 'shop', ...metadata },
  spec,
})

/** An environment without what keeps it from being deleted. */
export const unprotected = (environment: JsonObject): JsonObject => {
  const spec = objectAt(environment, 'spec')
  const deletion = { protection: 'Disabled' }
  const databases = listAt(spec, 'databases')
    .filter(isObject)
    .map(database => ({ ...database, spec: { ...objectAt(database, 'spec'), deletion } }))
  return { ...environment, spec: { ...spec, deletion, ...(databases.length > 0 && { databases }) } }
}

export const platform = (spec: JsonObject): JsonObject => ({
  apiVersion,
  kind: 'XPlatform',
  metadata: { name: 'default' },
  spec,
})
