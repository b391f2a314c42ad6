import type { JsonObject } from '../../functions/runtime/json.ts'
import type { ApiServer } from '../api/server.ts'

/** One write that a controller is about to make. */
export interface Work {
  /** How long it takes until then. */
  readonly seconds: number
  readonly run: () => void
}

/** A controller that drives objects of some kinds: a provider, or an operator. */
export interface Actor {
  /** The next write for an object; `undefined` when there is nothing to do, or something else has to happen first. */
  readonly next: (object: JsonObject) => Work | undefined
}

/** Something that goes wrong on purpose. */
export interface Fault {
  /** The kind that it happens to. */
  readonly kind: string
  /** How often, before it works. */
  readonly times: number
  /** In the provider's words. */
  readonly message: string
}

export interface World {
  readonly api: ApiServer
  readonly faults: readonly Fault[]
  /** How much slower than usual providers are. */
  readonly slowness: number
}
