import type { JsonObject } from '../../functions/runtime/json.ts'
import { keyOf, refOf, type ObjectRef } from '../../simulator/api/object.ts'

/** Looks at objects in whatever order they change. */
export interface LookAround {
  /** An object has changed, or is gone. */
  readonly at: (object: JsonObject) => void
  readonly stop: () => void
}

interface Objects {
  readonly get: (ref: ObjectRef) => JsonObject | undefined
  readonly list: () => readonly JsonObject[]
}

/** Milliseconds in which those that wait for others wait longer than they had to. */
const pause = 50

/**
 * Looks at an object as soon as it has changed, and a moment later, once for all that has changed meanwhile, at every object: some wait for
 * others. To do that each time would take the square of how many objects there are; so it may take a tenth of the time.
 */
export const lookAround = (objects: Objects, look: (objects: readonly JsonObject[]) => void): LookAround => {
  const changed = new Map<string, ObjectRef>()
  let [soon, later]: [NodeJS.Immediate | undefined, NodeJS.Timeout | undefined] = [undefined, undefined]
  let lasted = 0
  const atChanged = (): void => {
    soon = undefined
    const refs = [...changed.values()]
    changed.clear()
    look(refs.map(ref => objects.get(ref)).filter(object => object !== undefined))
    later ??= setTimeout(atAll, pause + 10 * lasted)
  }
  const atAll = (): void => {
    later = undefined
    const began = performance.now()
    look(objects.list())
    lasted = performance.now() - began
  }
  return {
    at: object => {
      const ref = refOf(object)
      changed.set(keyOf(ref), ref)
      soon ??= setImmediate(atChanged)
    },
    stop: () => {
      clearImmediate(soon)
      clearTimeout(later)
    },
  }
}
