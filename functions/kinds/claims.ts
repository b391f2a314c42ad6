import { apiVersion } from '../../apis/group.ts'
import type { JsonObject } from '../runtime/json.ts'
import { kindOf, type ObjectMeta } from '../runtime/resource-kind.ts'

/** A claim of ours as part of another. What it asks for is checked when it is composed itself. */
type Claim = {
  readonly apiVersion: typeof apiVersion
  readonly kind: 'XDatabase' | 'XService'
  readonly metadata: ObjectMeta
  readonly spec: JsonObject
}

export const XDatabase = kindOf<Claim>(apiVersion, 'XDatabase')
export const XService = kindOf<Claim>(apiVersion, 'XService')
