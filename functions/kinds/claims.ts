import { apiVersion } from '../../apis/group.ts'
import type { JsonObject } from '../runtime/json.ts'
import { kindOf, type ObjectMeta } from '../runtime/resource-kind.ts'

/** A claim of ours as part of another. What it asks for is checked when it is composed itself. */
type XDatabase = {
  readonly apiVersion: typeof apiVersion
  readonly kind: 'XDatabase'
  readonly metadata: ObjectMeta
  readonly spec: JsonObject
}

export const XDatabase = kindOf<XDatabase>(apiVersion, 'XDatabase')
