import type { ServiceSpec } from '../../../../apis/service/schema.ts'
import type { Input } from '../../../../apis/input.ts'
import { refuse, type Refusal } from '../../../runtime/errors.ts'

interface Placed {
  readonly value: ServiceSpec['placement']
  readonly refusals: readonly Refusal[]
}

/** Where what is made with the service goes. Its pods are in this cluster in any case. */
export const decidePlacement = (asked: ServiceSpec['placement'], { provider: pinned }: Input): Placed => {
  if (pinned === undefined) return { value: asked, refusals: [] }
  const conflict = asked?.provider !== undefined && asked.provider !== pinned
  return {
    value: { ...asked, provider: pinned },
    refusals: conflict
      ? [
          refuse(
            'PlacementConflict',
            'spec.placement.provider',
            `${asked.provider}, but the Composition is for ${pinned}`,
          ),
        ]
      : [],
  }
}
