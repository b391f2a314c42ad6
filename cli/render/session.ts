import type { JsonObject } from '../../functions/runtime/json.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { parseRefusal, type Refusal } from '../../functions/runtime/errors.ts'
import { ownedPart } from '../../functions/runtime/owned.ts'
import { ApiError } from '../../simulator/api/errors.ts'
import { refOf, type ObjectRef } from '../../simulator/api/object.ts'
import { ControlPlane } from '../../simulator/control-plane.ts'
import { converge, type Convergence } from '../../simulator/converge.ts'
import { observeComposed } from '../../simulator/core/observe.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import type { CallFunction } from '../../simulator/core/pipeline.ts'
import type { Pass } from '../../simulator/core/reconcile.ts'
import { restore } from '../../simulator/restore.ts'
import type { Fault } from '../../simulator/schema/validate.ts'
import { builtIn } from '../function/built-in.ts'

export interface RenderOptions {
  readonly claim: JsonObject
  readonly platform: JsonObject | undefined
  /** The XEnvironment of the claim's namespace: its type applies; it is not composed itself. */
  readonly environment?: JsonObject | undefined
  /** The saved state to start from. */
  readonly observed: readonly JsonObject[]
  /** Whether the saved state is this claim's alone. */
  readonly onlyClaim: boolean
  readonly provider: string | undefined
  /** A running function; the built-in one otherwise. */
  readonly call: CallFunction | undefined
  readonly once: boolean
  readonly onPass?: (pass: Pass, composite: JsonObject, number: number, plane: ControlPlane) => void
  /** Called before anything happens, to watch. */
  readonly onStart?: (plane: ControlPlane, ref: ObjectRef) => void
}

/** What became of one claim. */
export interface Rendered {
  readonly plane: ControlPlane
  readonly ref: ObjectRef
  readonly convergence: Convergence | undefined
  /** What the API server, or the function, refuses. */
  readonly faults: readonly Fault[]
  readonly refusals: readonly Refusal[]
}

/** Takes one claim through a control plane of its own. */
export const render = async (options: RenderOptions): Promise<Rendered> => {
  let now = () => 0
  const call = options.call ?? builtIn(() => now())
  const plane = new ControlPlane({ call, ...(options.provider !== undefined && { provider: options.provider }) })
  now = () => plane.now
  const ref = refOf(options.claim)
  const refused = { plane, ref, convergence: undefined, refusals: [] }
  try {
    if (options.platform) plane.claim(options.platform)
    if (options.environment) plane.claim(options.environment)
    plane.claim(restore(plane, options.claim, options.observed, options.onlyClaim))
  } catch (error) {
    if (error instanceof ApiError && error.faults.length > 0) return { ...refused, faults: error.faults }
    throw error
  }
  options.onStart?.(plane, ref)
  const { onPass } = options
  const convergence = await converge(plane, ref, {
    limit: options.once ? 1 : 30,
    ...(onPass && { onPass: (pass, composite, number) => onPass(pass, composite, number, plane) }),
  })
  return { plane, ref, convergence, faults: [], refusals: refusalsOf(convergence) }
}

/** The function says each refusal on a line of the condition Configured; what is none of its lines is told whole. */
const refusalsOf = ({ outcome, composite, last }: Convergence): readonly Refusal[] => {
  if (outcome !== 'refused') return []
  const configured = conditionsOf(composite).find(condition => condition['type'] === 'Configured')
  const lines = (textAt(configured, 'message') ?? '').split('\n')
  const refusals = lines.map(parseRefusal).filter(refusal => refusal !== undefined)
  return refusals.length > 0
    ? refusals
    : [{ code: 'Internal', path: '', message: last.pipeline?.fatal ?? last.error ?? 'refused' }]
}

/** Everything that the claim composed, as it was sent: what the API server, core and providers have added is left out. */
export const composedObjects = ({ plane, ref }: Pick<Rendered, 'plane' | 'ref'>): readonly JsonObject[] =>
  [...observeComposed(plane.api, plane.api.get(ref) ?? {})]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, { resource }]) => ownedPart(resource) ?? resource)
