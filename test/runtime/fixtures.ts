import fc from 'fast-check'
import { isObject, type Json, type JsonObject } from '../../functions/runtime/json.ts'
import { observe, type Observed } from '../../functions/runtime/observed.ts'
import { Capability, Ready, type Resource, type RunFunctionRequest } from '../../functions/runtime/protocol.ts'
import { objectAt } from '../../functions/runtime/read.ts'
import { appliedFields } from '../../simulator/api/managers.ts'
import { merge } from '../../simulator/api/merge.ts'
import type { Structural } from '../../simulator/schema/structural.ts'

/** What Crossplane sends, in plain words; what is left out is empty. */
export interface Description {
  /** Merged over a small claim. */
  readonly claim?: JsonObject
  readonly composed?: Readonly<Record<string, JsonObject>>
  /** Connection details of composed resources: key, then name. */
  readonly connection?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What earlier steps of the pipeline desire. */
  readonly upstream?: Readonly<Record<string, JsonObject>>
  readonly required?: Readonly<Record<string, readonly JsonObject[]>>
  /** Which kinds are installed, by the name under which that was asked. */
  readonly installed?: Readonly<Record<string, boolean>>
  readonly input?: JsonObject
  readonly capabilities?: readonly number[]
}

/** A claim of a kind that no cloud knows. */
export const claim = (parts: JsonObject = {}): JsonObject => ({
  apiVersion: 'test.example.org/v1',
  kind: 'XThing',
  spec: {},
  ...parts,
  metadata: { name: 'orders', namespace: 'team-a', uid: '4f6b', ...objectAt(parts, 'metadata') },
})

export const resource = (object: JsonObject, details: Readonly<Record<string, string>> = {}): Resource => ({
  resource: object,
  connectionDetails: new Map(
    Object.entries(details).map(([name, value]) => [name, new TextEncoder().encode(value)] as const),
  ),
  ready: Ready.unspecified,
})

export const request = (sent: Description = {}): RunFunctionRequest => ({
  tag: 'a-tag',
  capabilities: sent.capabilities ?? [1, Capability.requiredResources, Capability.requiredSchemas],
  observed: {
    composite: resource(claim(sent.claim)),
    resources: new Map(
      Object.entries(sent.composed ?? {}).map(([key, object]) => [key, resource(object, sent.connection?.[key])]),
    ),
  },
  desired: {
    composite: undefined,
    resources: new Map(Object.entries(sent.upstream ?? {}).map(([key, object]) => [key, resource(object)])),
  },
  input: sent.input,
  context: undefined,
  requiredResources: new Map(
    Object.entries(sent.required ?? {}).map(([name, objects]) => [name, objects.map(object => resource(object))]),
  ),
  requiredSchemas: new Map(Object.entries(sent.installed ?? {})),
})

export const observed = (sent: Description = {}): Observed => observe(request(sent))

/** The name under which Crossplane applies composed resources. */
export const composer = 'apiextensions.crossplane.io/composed/0123abcd'

/** An object as the API server holds it after we have applied our part and others have written theirs. */
export const live = (ours: JsonObject, theirs: JsonObject = {}, schema: Structural = {}): JsonObject => {
  const both = objectAt({ both: merge(theirs, ours, schema) }, 'both')
  const fieldsV1 = appliedFields(ours, schema) as unknown as JsonObject
  const managedFields = [{ manager: composer, operation: 'Apply', fieldsV1 }]
  return { ...both, metadata: { ...objectAt(both, 'metadata'), managedFields } }
}

/** An object with one condition in its status. */
export const withCondition = (condition: JsonObject, generation = 1): JsonObject => ({
  kind: 'Thing',
  metadata: { name: 'thing', generation },
  status: { conditions: [condition] },
})

/** Any JSON without integers that a double can't hold exactly. */
export const json = fc.anything({
  values: [
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.maxSafeInteger(),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(value => value + 0),
  ],
}) as fc.Arbitrary<Json>

/** A value, or in a third of all cases none. */
export const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 3 })

/** The same value with the keys of every object in the opposite order. */
export const reversed = (value: Json): Json => {
  if (!isObject(value)) return Array.isArray(value) ? value.map((item: Json) => reversed(item)) : value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, reversed(item)] as const)
      .toReversed(),
  )
}
