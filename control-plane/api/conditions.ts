import type { JsonObject } from '../../functions/runtime/json.ts'
import { listAt, textAt } from '../../functions/runtime/read.ts'

/** Whether an object has a condition, and it is `True`. */
export const isTrue = (object: JsonObject | undefined, type: string): boolean =>
  listAt(object, 'status', 'conditions').some(
    condition => textAt(condition, 'type') === type && textAt(condition, 'status') === 'True',
  )
