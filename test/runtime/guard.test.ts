import { describe, expect, it } from 'vitest'
import { refuse } from '../../functions/runtime/errors.ts'
import { guard } from '../../functions/runtime/guard.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { absent, released, waiting, type Emit, type Plan } from '../../functions/runtime/plan.ts'
import { ok, refused } from '../../functions/runtime/result.ts'
import { whenObserved } from '../../functions/runtime/readiness.ts'
import { live, observed, type Description } from './fixtures.ts'

const table = { vault: 'stateful', 'disk-*': 'stateful', rule: 'stateless' } as const

const thing = (spec: JsonObject = {}): JsonObject => ({
  apiVersion: 'cloud.example.org/v1',
  kind: 'Vault',
  metadata: { name: 'orders-vault', labels: { 'app.kubernetes.io/managed-by': 'roadbed' } },
  spec,
})

const emit = (resource = thing()): Emit => ({ state: 'emit', resource, readiness: whenObserved })

const guarded = (plan: Plan, sent: Description, upstream: readonly string[] = []) =>
  guard(plan, table, observed(sent), new Set(upstream))

const allowing = (keys: string) => ({ metadata: { annotations: { 'platform.roadbed.dev/allow-removal': keys } } })

const wouldDelete = (key: string, what = 'Vault orders-vault') =>
  refuse(
    'StatefulResourceRemoved',
    key,
    `this change would delete ${what} and the data in it. Undo the change, or annotate the claim with platform.roadbed.dev/allow-removal: ${key}`,
  )

it('leaves a plan alone when nothing exists yet', () => {
  const plan = { vault: emit(), rule: waiting('vault', 'it is made'), 'disk-a': absent('no need') }
  expect(guarded(plan, {})).toEqual(ok(plan))
})

describe('what holds data', () => {
  it('is not left out of the plan, or Crossplane deletes a database before it applies anything', () => {
    expect(guarded({}, { composed: { vault: thing() } })).toEqual(refused(wouldDelete('vault')))
  })

  it('is not declared absent either', () => {
    const plan = { vault: absent('the platform changed'), 'disk-a': absent('renamed') }
    const composed = { vault: thing(), 'disk-a': thing() }
    expect(guarded(plan, { composed })).toEqual(refused(wouldDelete('disk-a'), wouldDelete('vault')))
  })

  it('is named even when nothing is known of it', () => {
    expect(guarded({}, { composed: { vault: {} } })).toEqual(refused(wouldDelete('vault', 'the resource')))
  })

  it.each(['vault', 'rule, vault ,disk-a'])('may go where the annotation is %j', annotation => {
    const sent = { claim: allowing(annotation), composed: { vault: thing() } }
    expect(guarded({ rule: emit() }, sent)).toStrictEqual(ok({ rule: emit() }))
  })

  it('may go where the claim itself says so in a field, and nothing else with it', () => {
    const composed = { vault: thing(), 'disk-a': thing() }
    const gone = { vault: released('its time is over') }
    expect(guarded(gone, { composed: { vault: thing() } })).toEqual(ok(gone))
    expect(guarded(gone, { composed })).toEqual(refused(wouldDelete('disk-a')))
  })

  it.each(['', 'vaul', 'vault-2', 'disk-*', 'vault rule'])('stays where the annotation is %j', annotation => {
    const sent = { claim: allowing(annotation), composed: { vault: thing() } }
    expect(guarded({}, sent)).toEqual(refused(wouldDelete('vault')))
  })

  it('is kept as protected, or a disk that has grown is asked to shrink', () => {
    const plan = { vault: { ...emit(thing({ size: 10 })), protection: { grow: ['spec.size'] } } }
    const outcome = guarded(plan, { composed: { vault: thing({ size: 20 }) } })
    expect(outcome).toEqual(ok({ vault: { ...plan.vault, resource: thing({ size: 20 }) } }))
  })
})

describe('what holds no data', () => {
  it('may go, or a firewall rule could never be closed', () => {
    expect(guarded({ rule: absent('closed') }, { composed: { rule: thing() } })).toEqual(ok({ rule: absent('closed') }))
  })

  it('of a newer function counts as data, or a rollback deletes what it does not know', () => {
    expect(guarded({}, { composed: { novelty: thing() } })).toEqual(refused(wouldDelete('novelty')))
  })

  it.each([{}, { metadata: { labels: { 'app.kubernetes.io/managed-by': 'Helm' } } }])(
    'of another step is none of our business: %j',
    stranger => {
      expect(guarded({}, { composed: { stranger } })).toEqual(ok({}))
    },
  )

  it('of an earlier step is left to that step, unless the plan names it too', () => {
    const composed = { vault: thing() }
    expect(guarded({}, { composed }, ['vault'])).toEqual(ok({}))
    expect(guarded({ vault: absent('gone') }, { composed }, ['vault'])).toEqual(refused(wouldDelete('vault')))
  })
})

describe('what exists and only waits', () => {
  it('is sent again as it was, or it vanishes while an input is missing', () => {
    const composed = { vault: live(thing({ size: 10 }), { spec: { late: true } }) }
    const outcome = guarded({ vault: waiting('network', 'its id') }, { composed })
    const entry = outcome.ok ? outcome.value['vault'] : undefined
    expect(entry).toMatchObject({ state: 'emit', resource: { ...thing({ size: 10 }) } })
    expect(entry?.state === 'emit' && entry.readiness(thing())).toEqual({
      ready: false,
      message: 'waiting for network: its id',
    })
  })

  it('is refused without a record of what we applied: a guess could change it', () => {
    const why = 'its managedFields are missing, so it can’t be kept as it is'
    const outcome = guarded({ rule: waiting('vault', 'it is made') }, { composed: { rule: thing() } })
    expect(outcome).toEqual(refused(refuse('Internal', 'rule', why)))
  })
})

describe('the kind under a key', () => {
  const changed = refused(
    refuse('ResourceKindChanged', 'rule', 'the resource would become another kind under the same key'),
  )

  it.each([
    { kind: 'Rule' },
    { apiVersion: 'other.example.org/v1' },
    { apiVersion: 'v1' },
    { apiVersion: 'example.org/v1' },
  ])('never changes, not even to %j, or the old object is left behind and paid for', other => {
    const composed = { rule: thing() }
    expect(guarded({ rule: emit({ ...thing(), ...other }) }, { composed })).toEqual(changed)
  })

  it('may have another version, or no provider could ever be upgraded', () => {
    const plan = { rule: emit({ ...thing(), apiVersion: 'cloud.example.org/v2' }) }
    expect(guarded(plan, { composed: { rule: thing() } })).toEqual(ok(plan))
  })
})
