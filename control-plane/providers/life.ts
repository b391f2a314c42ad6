import type { JsonObject } from '../../functions/runtime/json.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { keyOf, refOf } from '../../simulator/api/object.ts'

/** Which object it is: one that is made again under its name is another. */
export const lifeOf = (object: JsonObject): string =>
  `${keyOf(refOf(object))} ${textAt(object, 'metadata', 'uid') ?? ''}`
