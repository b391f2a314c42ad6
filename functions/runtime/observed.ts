import type { JsonObject } from './json.ts'
import type { Resource, RunFunctionRequest } from './protocol.ts'
import { numberAt, objectAt, partAt, partsAt, textAt } from './read.ts'
import { wholeOf, type Readable } from './unread.ts'

/** The claim as the API server holds it, with the parts that every kind reads taken out. */
export interface Claim {
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  /** Empty for a cluster-scoped kind. */
  readonly namespace: string
  readonly uid: string
  readonly generation: number
  readonly labels: JsonObject
  readonly annotations: JsonObject
  readonly spec: JsonObject
  readonly status: Readable
  readonly createdAt: string
}

/** A typed, read-only view of a request: what exists, by key, and what was fetched for us. */
export interface Observed {
  readonly claim: Claim
  readonly input: JsonObject
  /** Whether this Crossplane tells its capabilities and has this one. */
  readonly can: (capability: number) => boolean
  /** The keys of everything composed so far, sorted: they arrive in random order. */
  readonly keys: readonly string[]
  readonly composed: (key: string) => Resource | undefined
  /** A value of a composed resource's connection details, as text. */
  readonly connection: (key: string, name: string) => string | undefined
  /** `undefined`: not fetched yet. An empty list: there is no such object. */
  readonly required: (name: string) => readonly Readable[] | undefined
  /** Whether a kind is installed; `undefined`: not told yet. */
  readonly installed: (name: string) => boolean | undefined
}

export const observe = (request: RunFunctionRequest): Observed => ({
  claim: claimOf(request.observed.composite?.resource ?? {}),
  input: wholeOf(request.input ?? {}),
  can: capability => request.capabilities.includes(capability),
  keys: [...request.observed.resources.keys()].toSorted(),
  composed: key => request.observed.resources.get(key),
  connection: (key, name) => {
    const bytes = request.observed.resources.get(key)?.connectionDetails.get(name)
    return bytes && bytes.length > 0 ? new TextDecoder().decode(bytes) : undefined
  },
  required: name => request.requiredResources.get(name)?.map(item => item.resource),
  installed: name => request.requiredSchemas.get(name),
})

const claimOf = (xr: Readable): Claim => {
  const metadata = partAt(xr, 'metadata')
  return {
    apiVersion: textAt(xr, 'apiVersion') ?? '',
    kind: textAt(xr, 'kind') ?? '',
    name: textAt(metadata, 'name') ?? '',
    namespace: textAt(metadata, 'namespace') ?? '',
    uid: textAt(metadata, 'uid') ?? '',
    generation: numberAt(metadata, 'generation') ?? 0,
    labels: objectAt(metadata, 'labels'),
    annotations: objectAt(metadata, 'annotations'),
    spec: objectAt(xr, 'spec'),
    status: partAt(xr, 'status'),
    createdAt: textAt(metadata, 'creationTimestamp') ?? '',
  }
}

/** A condition of an object, as it stands in `status.conditions`. */
export const conditionOf = (object: Readable, type: string): Readable | undefined => ofType(conditionsOf(object), type)

export const conditionsOf = (object: Readable): readonly Readable[] => partsAt(object, 'status', 'conditions')

export const ofType = (conditions: readonly Readable[], type: string): Readable | undefined =>
  conditions.find(condition => textAt(condition, 'type') === type)
