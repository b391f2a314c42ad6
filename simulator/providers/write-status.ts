import type { Json, JsonObject } from '../../functions/runtime/json.ts'
import { objectAt } from '../../functions/runtime/read.ts'
import { refOf } from '../api/object.ts'
import { withConditions, type NewCondition } from '../core/conditions.ts'
import type { World } from './actor.ts'

/** Kubernetes' own controllers, as what they write. */
const manager = 'kube-controller-manager'

/** Writes the status of an object as it is by now: several controllers write to it, and none takes back what another has done. */
export const writeStatus = (
  { api }: World,
  object: JsonObject,
  fields: JsonObject,
  conditions: readonly NewCondition[] = [],
): void => {
  const live = api.get(refOf(object)) ?? object
  const set = conditions.length > 0 && { conditions: withConditions(live, conditions, api.time()) as Json }
  api.update({ ...live, status: { ...objectAt(live, 'status'), ...fields, ...set } }, manager)
}
