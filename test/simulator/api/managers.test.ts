import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import {
  appliedFields,
  changedFields,
  managedFieldsAfter,
  released,
  type Writer,
} from '../../../simulator/api/managers.ts'
import { widget, widgetSchema } from '../fixtures.ts'

const core: Writer = { manager: 'core', operation: 'Apply' }
const provider: Writer = { manager: 'provider', operation: 'Update' }

/** A Widget that core has applied. */
const applied = (spec: JsonObject): JsonObject => {
  const object = widget(spec)
  const fields = appliedFields(object, widgetSchema)
  return widget(spec, { managedFields: managedFieldsAfter(undefined, object, core, fields) })
}

/** Who has which fields, from the object's own record. */
const owners = (managedFields: unknown) =>
  (managedFields as readonly { manager: string; fieldsV1: unknown }[]).map(({ manager, fieldsV1 }) => [
    manager,
    fieldsV1,
  ])

describe('the fields that a writer comes to own', () => {
  it('are not identity nor what the server writes, or nobody could ever change them', () => {
    const object = widget({ size: 1 }, { uid: 'u', generation: 3, resourceVersion: '9', labels: { a: 'b' } })
    expect(appliedFields(object, widgetSchema)).toEqual({
      'f:metadata': { 'f:labels': { 'f:a': {} } },
      'f:spec': { 'f:size': {} },
    })
    expect(appliedFields(widget({ size: 1 }), widgetSchema)).toEqual({ 'f:spec': { 'f:size': {} } })
  })

  it('are by an update only those that it changed, or a provider that writes status owns our spec', () => {
    const live = applied({ size: 1, note: 'a' })
    const next = { ...live, spec: { size: 1, note: 'b' }, status: { count: 1 } }
    expect(changedFields(live, next, widgetSchema)).toEqual({
      'f:spec': { 'f:note': {} },
      'f:status': { 'f:count': {} },
    })
    expect(changedFields(live, live, widgetSchema)).toEqual({})
  })
})

describe('a manager that stops sending a field', () => {
  it('lets go of its own and of nobody else’s, or our cleanup removes what an operator set', () => {
    const live = applied({ size: 1, note: 'a' })
    const fields = appliedFields(widget({ size: 1 }), widgetSchema)
    expect(released(live, core, fields)['spec']).toEqual({ size: 1 })
    expect(released(live, { ...core, manager: 'other' }, fields)['spec']).toEqual({ size: 1, note: 'a' })
  })

  it('leaves a field that another manager has as well, or our cleanup undoes an operator’s wish', () => {
    const live = applied({ size: 1, note: 'a' })
    const shared = managedFieldsAfter(live, live, { ...core, manager: 'other' }, { 'f:spec': { 'f:note': {} } })
    const both = widget({ size: 1, note: 'a' }, { managedFields: shared })
    expect(released(both, core, { 'f:spec': { 'f:size': {} } })['spec']).toEqual({ size: 1, note: 'a' })
  })
})

describe('the record of managers after a write', () => {
  it('moves to the writer what it changed and no more, or core forgets what it has to clean up', () => {
    const live = applied({ size: 1, note: 'a' })
    const next = { ...live, spec: { size: 1, note: 'b' } }
    const after = managedFieldsAfter(live, next, provider, changedFields(live, next, widgetSchema))
    expect(owners(after)).toEqual([
      ['core', { 'f:spec': { 'f:size': {} } }],
      ['provider', { 'f:spec': { 'f:note': {} } }],
    ])
  })

  it('shares a field that two managers apply with one value, or the second takes it from the first', () => {
    const live = applied({ size: 1 })
    const after = managedFieldsAfter(live, live, { ...core, manager: 'other' }, { 'f:spec': { 'f:size': {} } })
    expect(owners(after)).toEqual([
      ['core', { 'f:spec': { 'f:size': {} } }],
      ['other', { 'f:spec': { 'f:size': {} } }],
    ])
  })

  it('adds up updates and forgets what is applied no more, or a dropped field is never removed', () => {
    const first = managedFieldsAfter(undefined, widget({ note: 'a' }), provider, { 'f:spec': { 'f:note': {} } })
    const live = widget({ note: 'a' }, { managedFields: first })
    const second = managedFieldsAfter(live, widget({ note: 'a', size: 1 }), provider, { 'f:spec': { 'f:size': {} } })
    expect(owners(second)).toEqual([['provider', { 'f:spec': { 'f:note': {}, 'f:size': {} } }]])
    const third = managedFieldsAfter(applied({ note: 'a' }), widget({ size: 1 }), core, { 'f:spec': { 'f:size': {} } })
    expect(owners(third)).toEqual([['core', { 'f:spec': { 'f:size': {} } }]])
  })

  it('keeps the status apart from the rest, as a subresource of its own', () => {
    const status: Writer = { ...core, subresource: 'status' }
    const live = applied({ size: 1 })
    const after = managedFieldsAfter(live, { ...live, status: { count: 1 } }, status, { 'f:status': { 'f:count': {} } })
    expect(after).toMatchObject([
      { manager: 'core', operation: 'Apply', fieldsV1: { 'f:spec': { 'f:size': {} } } },
      { manager: 'core', operation: 'Apply', subresource: 'status', fieldsV1: { 'f:status': { 'f:count': {} } } },
    ])
  })
})
