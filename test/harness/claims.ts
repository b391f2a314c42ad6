import { apiVersion } from '../../apis/group.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'

/** A claim for a database with just what a test is about. */
export const databaseClaim = (spec: JsonObject = {}, metadata: JsonObject = {}): JsonObject => ({
  apiVersion,
  kind: 'XDatabase',
  metadata: { name: 'orders', namespace: 'team-a', ...metadata },
  spec: { engine: 'Postgres', size: 'small', ...spec },
})

/** An environment with just what a test is about. */
export const environmentClaim = (spec: JsonObject = {}, metadata: JsonObject = {}): JsonObject => ({
  apiVersion,
  kind: 'XEnvironment',
  metadata: { name: 'shop', ...metadata },
  spec,
})

export const platform = (spec: JsonObject): JsonObject => ({
  apiVersion,
  kind: 'XPlatform',
  metadata: { name: 'default' },
  spec,
})
