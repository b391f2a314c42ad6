import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { admit } from '../../../simulator/api/admit.ts'
import type { KindSchema } from '../../../simulator/schema/structural.ts'
import { widget, widgetKind, widgetSchema } from '../fixtures.ts'

const ruled: KindSchema = {
  ...widgetKind,
  schema: {
    ...widgetSchema,
    'x-kubernetes-validations': [
      { rule: "self.metadata.name != 'bad'", message: 'the name is bad' },
      { rule: '!has(self.metadata.labels)', message: 'labels are seen' },
      { rule: 'self.spec.size < 10', message: 'too big' },
    ],
  },
}

const faultsOf = (object: JsonObject, kind = widgetKind, old?: JsonObject) => admit(object, old, kind).faults

describe('admission', () => {
  it('refuses an object without a name, or all such objects are one', () => {
    expect(faultsOf({ ...widget({}), metadata: {} })).toEqual([
      { path: 'metadata.name', message: 'required', misfit: false },
    ])
  })

  it.each(['Orders', 'orders_db', '-orders', 'orders-', 'a..b'])(
    'refuses the name %s, or a claim passes here that no cluster takes',
    name => {
      expect(faultsOf(widget({}, { name })).map(({ path, message }) => `${path}: ${message}`)).toEqual([
        `metadata.name: "${name}" is not a lower-case RFC 1123 name`,
      ])
    },
  )

  it.each(['audit_', '-a', 'a b', 'x'.repeat(64)])('refuses the label %j, as a cluster does', value => {
    expect(faultsOf(widget({}, { labels: { part: value } }))).toMatchObject([{ path: 'metadata.labels' }])
  })

  it('takes 253 characters for a name but 63 for a claim’s, which becomes a label’s value', () => {
    const long = 'a'.repeat(253)
    expect(faultsOf(widget({}, { name: long }))).toEqual([])
    expect(faultsOf(widget({}, { name: `${long}a` }))[0]?.message).toBe('must have at most 253 characters')
    const claim: KindSchema = { ...widgetKind, kind: 'XWidget' }
    expect(faultsOf(widget({}, { name: 'a'.repeat(63) }), claim)).toEqual([])
    expect(faultsOf(widget({}, { name: 'a'.repeat(64) }), claim)[0]?.message).toBe('must have at most 63 characters')
  })

  it('refuses a namespace on a cluster-scoped kind, or one object exists many times', () => {
    expect(faultsOf(widget({}), { ...widgetKind, scope: 'Cluster' })[0]).toMatchObject({
      path: 'metadata.namespace',
      message: 'Widget has no namespace',
    })
  })

  it('fills in defaults before it checks, or a required field with a default has to be given', () => {
    const spec = { type: 'object', required: ['size'], properties: { size: { type: 'integer', default: 3 } } }
    const kind = { ...widgetKind, schema: { ...widgetSchema, properties: { ...widgetSchema.properties, spec } } }
    expect(admit(widget({}), undefined, kind)).toEqual({ object: widget({ size: 3 }), faults: [] })
  })

  it('asks no rule of an object that does not fit, or the answer is a failure of the rule itself', () => {
    expect(faultsOf(widget({ size: 'big' }, { name: 'bad' }), ruled).map(({ path }) => path)).toEqual(['spec.size'])
  })

  it('shows rules nothing of the metadata but the name, or a rule passes here and fails in a cluster', () => {
    expect(faultsOf(widget({ size: 1 }, { name: 'bad', labels: { a: 'b' } }), ruled)).toEqual([
      { path: '', message: 'the name is bad', misfit: false },
    ])
    expect(faultsOf(widget({ size: 10 }), ruled).map(({ message }) => message)).toEqual(['too big'])
  })
})
