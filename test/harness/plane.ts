import { RunFunctionRequest, RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import { kinds } from '../../functions/kinds/index.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { createAnswer } from './answer.ts'
import { refOf, type ObjectRef } from '../../simulator/api/object.ts'
import { ControlPlane, type ControlPlaneOptions } from '../../simulator/control-plane.ts'
import { converge, type Convergence } from '../../simulator/converge.ts'
import { examplePlatform } from './files.ts'
import { sourceFor } from './restored.ts'

/** One call as it went over the wire. */
export interface Recorded {
  readonly request: RunFunctionRequest
  readonly response: RunFunctionResponse
  readonly responseBytes: Uint8Array
}

export interface Bed {
  readonly plane: ControlPlane
  readonly calls: readonly Recorded[]
  readonly claim: (object: JsonObject) => ObjectRef
  readonly converge: (ref: ObjectRef) => Promise<Convergence>
}

type Options = Omit<ControlPlaneOptions, 'call'> & {
  /** `undefined`: the example platform. `null`: none. */
  readonly platform?: JsonObject | null
  /** What stands between core and the function: to lose, delay or spoil something. */
  readonly tamper?: (request: RunFunctionRequest, call: number) => RunFunctionRequest
}

/** A simulated control plane with the function in it, whose every call is recorded and checked for what always holds. */
export const bed = ({ platform = examplePlatform(), tamper, ...options }: Options = {}): Bed => {
  const calls: Recorded[] = []
  const held = { kinds, now: () => plane.now, seed: () => new Uint8Array(32).fill(7) }
  const remembering = createAnswer({
    ...held,
    report: ({ problem }) => {
      if (problem instanceof Error) throw problem
    },
  })
  const anew = createAnswer({ ...held, keep: 0 })
  // So every test that converges anything is run with caches on and off: none may ever change an answer.
  const answer = (bytes: Uint8Array): Uint8Array => {
    const known = remembering(bytes)
    if (!known.equals(anew(bytes))) throw new Error('what is remembered of earlier calls has changed an answer')
    return known
  }
  const plane: ControlPlane = new ControlPlane({
    ...options,
    call: bytes => {
      const decoded = RunFunctionRequest.decode(bytes)
      const request = tamper ? tamper(decoded, calls.length) : decoded
      const responseBytes = answer(tamper ? RunFunctionRequest.encode(request).finish() : bytes)
      const response = RunFunctionResponse.decode(responseBytes)
      calls.push({ request, response, responseBytes })
      return Promise.resolve(responseBytes)
    },
  })
  if (platform) plane.claim(platform)
  return {
    plane,
    calls,
    claim: object => refOf(plane.claim(object)),
    converge: ref => converge(plane, ref),
  }
}

/** A control plane in which there is what a claim is restored from. No call for that is among the recorded. */
export const bedFor = async (claim: JsonObject, options: Options = {}): Promise<Bed> => {
  const made = bed(options)
  const source = sourceFor(claim)
  if (source) for (const object of await madeOf(source, options)) made.plane.api.load(object)
  return made
}

/** Converges one claim on one provider. */
export const convergeClaim = async (claim: JsonObject, options: Options = {}) => {
  const made = await bedFor(claim, options)
  const ref = made.claim(claim)
  const convergence = await made.converge(ref)
  return { ...made, ref, convergence }
}

const madeOf = async (claim: JsonObject, { provider, platform }: Options): Promise<readonly JsonObject[]> => {
  const made = bed({ ...(provider && { provider }), ...(platform !== undefined && { platform }) })
  await made.converge(made.claim(claim))
  return made.plane.api.list().filter(object => object['kind'] !== 'XPlatform')
}
