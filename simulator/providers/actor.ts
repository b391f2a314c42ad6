import type { JsonObject } from '../../functions/runtime/json.ts'
import type { ObjectRef } from '../api/object.ts'

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

/** What a provider needs of an API server: the simulated one, or a real one behind a cache. */
export interface ProviderApi {
  readonly get: (ref: ObjectRef) => JsonObject | undefined
  /** Writes the whole object: what differs from what is there, status included. */
  readonly update: (object: JsonObject, manager: string) => unknown
  /** The present time, as Kubernetes writes it. */
  readonly time: () => string
}

export interface World {
  readonly api: ProviderApi
  readonly faults: readonly Fault[]
  /** How much slower than usual providers are. */
  readonly slowness: number
}
