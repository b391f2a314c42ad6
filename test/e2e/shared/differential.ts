import { expect } from 'vitest'
import { tidy } from '../../../cli/output/stream.ts'
import { composedObjects } from '../../../cli/render/session.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { ownedPart } from '../../../functions/runtime/owned.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { composedOf } from './bed.ts'

/**
 * A claim is composed exactly as in the simulated control plane, or what is tested there is not what people get. `comparable` takes out
 * what differs by design.
 */
export const expectAlike = async (
  claim: JsonObject,
  simulated: Parameters<typeof composedObjects>[0],
  comparable = (object: JsonObject): JsonObject => object,
): Promise<void> => {
  const byName = (objects: readonly JsonObject[]) =>
    Object.fromEntries(
      objects.map(object => [
        `${textAt(object, 'kind')} ${textAt(object, 'metadata', 'name')}`,
        comparable(tidy(object)),
      ]),
    )
  const real = (await composedOf(claim)).map(object => ownedPart(object) ?? {})
  expect(byName(real)).toEqual(byName(composedObjects(simulated)))
}
