import type { Readable } from './unread.ts'

/**
 * The functions protocol, `apiextensions.fn.proto.v1`, as plain objects. Maps are `Map`s: their keys come from users.
 * Deprecated fields are left out; nothing here imports gRPC or protobuf.
 */
export const Ready = { unspecified: 0, true: 1, false: 2 } as const
export type Ready = (typeof Ready)[keyof typeof Ready]

export const Severity = { fatal: 1, warning: 2, normal: 3 } as const
export type Severity = (typeof Severity)[keyof typeof Severity]

export const ConditionStatus = { unknown: 1, true: 2, false: 3 } as const
export type ConditionStatus = (typeof ConditionStatus)[keyof typeof ConditionStatus]

/** What Crossplane says that it can do (`Capability`); an empty list is a core older than 2.2. */
export const Capability = { requiredResources: 2, conditions: 4, requiredSchemas: 5 } as const

export interface Resource {
  readonly resource: Readable
  readonly connectionDetails: ReadonlyMap<string, Uint8Array>
  readonly ready: Ready
}

export interface State {
  readonly composite: Resource | undefined
  readonly resources: ReadonlyMap<string, Resource>
}

export interface RunFunctionRequest {
  readonly tag: string
  readonly capabilities: readonly number[]
  readonly observed: State
  readonly desired: State
  readonly input: Readable | undefined
  readonly context: Readable | undefined
  readonly requiredResources: ReadonlyMap<string, readonly Resource[]>
  /** Whether the API server serves the kind whose schema was asked for. The schema itself is not kept. */
  readonly requiredSchemas: ReadonlyMap<string, boolean>
}

export interface Result {
  readonly severity: Severity
  readonly message: string
  readonly reason?: string
}

export interface Condition {
  readonly type: string
  readonly status: ConditionStatus
  readonly reason: string
  readonly message: string
}

/** Asks Crossplane for one object by name, to be delivered with the next call and watched from then on. */
export interface ResourceSelector {
  readonly apiVersion: string
  readonly kind: string
  readonly matchName: string
  readonly namespace?: string
}

/** The same for all objects of a kind that have these labels; without a namespace, in all of them. */
export interface LabelSelector {
  readonly apiVersion: string
  readonly kind: string
  readonly matchLabels: ReadonlyMap<string, string>
  readonly namespace?: string
}

/** Asks for the schema of a kind: the way to find out whether it is installed that does not fail when it isn't. */
export interface SchemaSelector {
  readonly apiVersion: string
  readonly kind: string
}

export type Requirement = ResourceSelector | LabelSelector | SchemaSelector

export const selectsResource = (requirement: Requirement): requirement is ResourceSelector | LabelSelector =>
  'matchName' in requirement || 'matchLabels' in requirement

export interface RunFunctionResponse {
  readonly tag: string
  /** Seconds until Crossplane calls again by itself; never 0, which would mean never. */
  readonly ttlSeconds: number
  readonly desired: State
  readonly results: readonly Result[]
  readonly context: Readable | undefined
  readonly requirements: ReadonlyMap<string, Requirement>
  readonly conditions: readonly Condition[]
}
