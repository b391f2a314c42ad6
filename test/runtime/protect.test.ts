import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { refuse } from '../../functions/runtime/errors.ts'
import type { Json, JsonObject } from '../../functions/runtime/json.ts'
import type { Emit, Protection } from '../../functions/runtime/plan.ts'
import { protect } from '../../functions/runtime/protect.ts'
import { at } from '../../functions/runtime/read.ts'
import { whenObserved } from '../../functions/runtime/readiness.ts'
import { ok, refused } from '../../functions/runtime/result.ts'
import { json, maybe, reversed } from './fixtures.ts'

const thing = (spec: JsonObject): JsonObject => ({ kind: 'Thing', spec })

const emit = (spec: JsonObject, protection?: Protection): Emit => ({
  state: 'emit',
  resource: thing(spec),
  readiness: whenObserved,
  ...(protection && { protection }),
})

/** What is sent of `spec.field`. */
const fieldAfter = (planned: JsonObject, existing: JsonObject, protection: Protection): Json | undefined => {
  const outcome = protect('server', emit(planned, protection), thing(existing))
  return outcome.ok ? at(outcome.value.resource, 'spec', 'field') : 'refused'
}

const anything = maybe(json)

const spec = (field: Json | undefined): JsonObject => (field === undefined ? {} : { field })

it('sends the plan itself where nothing is protected', () => {
  const planned = emit({ field: 1 })
  expect(protect('server', planned, {})).toEqual(ok(planned))
  const same = emit({ field: 1 }, { keep: ['spec.field'], grow: ['spec.field'], fixed: { 'spec.field': 'spec.x' } })
  const outcome = protect('server', same, thing({ field: 1 }))
  expect(outcome.ok && outcome.value).toBe(same)
})

it('keeps what is observed whatever is planned, or a new fact of the platform replaces the server', () => {
  fc.assert(
    fc.property(anything, anything, (planned, existing) => {
      const kept = fieldAfter(spec(planned), spec(existing), { keep: ['spec.field'] })
      expect(kept).toEqual(existing === undefined ? planned : existing)
    }),
  )
})

it('keeps a disk that an autoscaler has grown, or the next pass would ask RDS to shrink it', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (planned, existing) => {
      const sent = fieldAfter({ field: planned }, { field: existing }, { grow: ['spec.field'] })
      expect(sent).toBe(Math.max(planned, existing))
    }),
  )
})

it.each([
  ['20Gi', '100Gi', '100Gi'],
  ['1Ti', '100Gi', '1Ti'],
  ['9Gi', '10000Mi', '10000Mi'],
  ['1Ti', '1024Gi', '1Ti'],
])('compares sizes, not their text: of %s and %s it sends %s', (planned, existing, sent) => {
  expect(fieldAfter({ field: planned }, { field: existing }, { grow: ['spec.field'] })).toBe(sent)
})

it('lets a size alone that only one side has', () => {
  const grow = ['spec.field']
  expect(fieldAfter({}, { field: 20 }, { grow })).toBeUndefined()
  expect(fieldAfter({ field: 20 }, {}, { grow })).toBe(20)
  expect(fieldAfter({ field: '20Gi' }, { field: 'lots' }, { grow })).toBe('20Gi')
})

it('refuses a change that would replace the server, and only that', () => {
  fc.assert(
    fc.property(anything, anything, (planned, existing) => {
      const outcome = protect(
        'server',
        emit(spec(planned), { fixed: { 'spec.field': 'spec.x' } }),
        thing(spec(existing)),
      )
      const differs = planned !== undefined && existing !== undefined && !isDeepStrictEqual(planned, existing)
      expect(outcome.ok).toBe(!differs)
    }),
  )
})

it('takes no offence at the order of keys', () => {
  fc.assert(
    fc.property(json, value => {
      const protection = { fixed: { 'spec.field': 'spec.x' } }
      expect(fieldAfter({ field: value }, { field: reversed(value) }, protection)).toEqual(value)
    }),
  )
})

it('names every fixed field with the claim’s own field and both values', () => {
  const fixed = { 'spec.region': 'spec.placement.region', 'spec.name': 'spec.databases' }
  const planned = emit({ region: 'eu', name: ['a'] }, { fixed })
  expect(protect('server', planned, thing({ region: 'us', name: ['b'] }))).toEqual(
    refused(
      refuse(
        'FixedField',
        'spec.placement.region',
        'spec.region of server can\'t change from "us" to "eu" without replacing it',
      ),
      refuse(
        'FixedField',
        'spec.databases',
        'spec.name of server can\'t change from ["b"] to ["a"] without replacing it',
      ),
    ),
  )
})

it('keeps before it refuses: what is kept can’t have changed', () => {
  const protection = { keep: ['spec.field'], fixed: { 'spec.field': 'spec.x' } }
  expect(fieldAfter({ field: 'new' }, { field: 'old' }, protection)).toBe('old')
})

it('changes no plan in place, or a second call starts from the first one’s result', () => {
  const planned = emit({ field: 1, deep: { field: 1 } }, { keep: ['spec.field', 'spec.deep.field'] })
  const before = structuredClone(planned.resource)
  const outcome = protect('server', planned, thing({ field: 2, deep: { field: 3, other: 4 } }))
  expect(outcome).toEqual(ok({ ...planned, resource: thing({ field: 2, deep: { field: 3 } }) }))
  expect(planned.resource).toEqual(before)
})

it('sends what is frozen as it was made, or a Job that runs is refused for what a newer function would make of it', () => {
  const fieldsV1 = { 'f:spec': { 'f:field': {} }, 'f:metadata': { 'f:labels': { 'f:a': {} } } }
  const manager = 'apiextensions.crossplane.io/composed/abc'
  const metadata = {
    name: 'one',
    labels: { a: 'b', theirs: 'c' },
    managedFields: [{ manager, operation: 'Apply', fieldsV1 }],
  }
  const existing = { kind: 'Thing', metadata, spec: { field: 'old', filledIn: true } }
  const outcome = protect('job', emit({ field: 'new' }, { frozen: true }), existing)
  expect(outcome.ok && outcome.value.resource).toEqual({
    kind: 'Thing',
    metadata: { name: 'one', labels: { a: 'b' }, annotations: {} },
    spec: { field: 'old' },
  })
})

it('keeps a managed resource in the account that it was made in, or it is made in another one again, without its data', () => {
  const ref = (name: string) => ({ providerConfigRef: { kind: 'ClusterProviderConfig', name } })
  const sent = (existing: JsonObject) => {
    const outcome = protect('rule', emit({ ...ref('new'), field: 2 }), thing(existing))
    return outcome.ok ? outcome.value.resource['spec'] : 'refused'
  }
  expect(sent({ ...ref('old'), field: 1 })).toEqual({ ...ref('old'), field: 2 })
  expect(sent({ field: 1 })).toEqual({ ...ref('new'), field: 2 })
})
