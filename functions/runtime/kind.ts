import type { JsonObject } from './json.ts'
import type { KeyTable } from './keys.ts'
import type { Claim, Observed } from './observed.ts'
import type { Plan } from './plan.ts'
import type { Condition, Requirement } from './protocol.ts'
import type { Outcome } from './result.ts'
import type { Settled } from './settle.ts'

/** Asked what has passed, never what time it is: so it is known how long an answer holds. */
export interface Clock {
  /** Whether a moment, in milliseconds since 1970, is now or before. */
  readonly hasPassed: (moment: number) => boolean
}

/** What enters a call from outside the request. The server reads the clock and draws the bytes; tests hold both. */
export interface Edge extends Clock {
  /** 32 random bytes, used only where no provider can make a password, and only until it has been observed once. */
  readonly seed: Uint8Array
}

/** What a claim comes to: every resource it could compose, and what is to be said of them. */
export interface Composed {
  readonly plan: Plan
  /** What has to be fetched for the next call. The same set for the same input. */
  readonly requirements: ReadonlyMap<string, Requirement>
  /** The status and the kind's own conditions, once it is known what is ready. */
  readonly report: (settled: readonly Settled[]) => Report
  /** The next moment, in milliseconds since 1970, at which all of this is another: core is told to call again then. */
  readonly next?: number | undefined
  /** Whether something is awaited of which nobody will tell: core is told to call again soon. */
  readonly retry?: boolean
}

export interface Report {
  readonly status: JsonObject
  /** All of the kind's conditions but Configured and Provisioned. */
  readonly conditions: readonly Condition[]
}

/**
 * Where a cluster-scoped kind composes. A namespaced claim composes in its own namespace and nowhere else, whatever its kind says
 * here.
 */
export interface Reach {
  /** The one namespace in which all of a claim's namespaced objects are. */
  readonly namespace: (claim: Claim) => string
  /** The kinds without a namespace that it composes, as `<apiVersion> <Kind>`. */
  readonly clusterKinds: readonly string[]
}

/** One kind of the API: from a claim to its plan. Pure and total. */
export interface KindModule {
  readonly apiVersion: string
  readonly kind: string
  readonly keys: KeyTable
  /** Only for a cluster-scoped kind that composes something. */
  readonly reach?: Reach
  /** Every condition type that the kind ever sets, beside Configured. Each response carries all of them. */
  readonly conditions: readonly string[]
  readonly compose: (observed: Observed, edge: Edge) => Outcome<Composed>
  /** Whom to ask about a refusal, in one sentence; empty when nobody is known. */
  readonly support: (observed: Observed) => string
}
