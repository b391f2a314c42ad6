import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { active, composed } from './fixtures.ts'

const old = { metadata: { name: 'shop', uid: '4f6b', namespace: '', creationTimestamp: '2020-01-01T00:00:00Z' } }
const spec = { lifecycle: { ttl: '1h' }, databases: [{ name: 'orders' }] }
const database = (protection = 'Disabled'): JsonObject => ({
  kind: 'XDatabase',
  status: { effective: { deletion: { protection } } },
})
const whole = { namespace: active, quota: {}, 'database-orders': database(), 'order-database-orders': {} }

/** What is to happen to each of what is there. */
const outcome = (
  there: Readonly<Record<string, JsonObject>>,
  required: Readonly<Record<string, JsonObject[]>> = {},
) => {
  const { plan, requirements } = composed(spec, { claim: old, composed: there, required }, {}, () => true)
  const entries = Object.entries(plan).map(([key, entry]) => [
    key,
    entry?.state === 'waiting' ? `after ${entry.on}` : entry?.state === 'absent' && entry.released ? 'goes' : 'is made',
  ])
  return { plan: Object.fromEntries(entries) as Record<string, string>, requirements: [...requirements.keys()] }
}

describe('an environment whose time is over', () => {
  it('looks for its databases, and until it is known that they are gone nothing goes that they need', () => {
    expect(outcome(whole)).toEqual({
      plan: {
        'database-orders': 'goes',
        namespace: 'after orders',
        'order-database-orders': 'after orders',
        quota: 'after orders',
      },
      requirements: ['database-orders'],
    })
  })

  it('lets go of the Namespace last, when nothing uses it any more', () => {
    const { 'database-orders': _gone, ...rest } = whole
    const none = { 'database-orders': [] }
    const used = { ...active, metadata: { labels: { 'crossplane.io/in-use': 'true' } } }
    expect(outcome({ ...rest, namespace: used }, none).plan).toEqual({
      namespace: 'after what uses the Namespace',
      'order-database-orders': 'goes',
      quota: 'after what uses the Namespace',
    })
    expect(outcome(rest, none).plan).toEqual({ namespace: 'goes', 'order-database-orders': 'goes', quota: 'goes' })
  })

  it('keeps all that a protected database needs that a developer has made: it marks the environment itself', () => {
    const marked = { metadata: { ...old.metadata, labels: { 'crossplane.io/in-use': 'true' } } }
    const there = { namespace: active, quota: {}, protection: {} }
    const none = { 'database-orders': [] }
    const { plan } = composed(spec, { claim: marked, composed: there, required: none }, {}, () => true)
    expect(plan).toMatchObject({
      namespace: { state: 'waiting', on: 'a protected claim' },
      quota: { state: 'waiting', on: 'a protected claim' },
      // Its own would mark it too, and never end.
      protection: { state: 'absent' },
    })
  })

  it('leaves alone what another step of the pipeline has made', () => {
    expect(outcome({ namespace: active, stranger: {} }, { 'database-orders': [] }).plan).toEqual({ namespace: 'goes' })
  })

  it('makes nothing, and waits for nothing, where nothing is left', () => {
    expect(outcome({}, { 'database-orders': [] }).plan).toEqual({})
  })

  it('keeps a database that is protected, and one that is not in its list any more goes like the others', () => {
    const there = { 'database-orders': database('Enabled'), 'database-old': database() }
    const { plan, requirements } = outcome({ ...whole, ...there })
    expect(plan).toMatchObject({ 'database-orders': 'after its protection', 'database-old': 'goes' })
    expect(requirements).toEqual(['database-orders', 'database-old'])
  })
})
