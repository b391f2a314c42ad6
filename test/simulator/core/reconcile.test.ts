import { describe, expect, it } from 'vitest'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { refOf } from '../../../simulator/api/object.ts'
import { conditionsOf } from '../../../simulator/core/conditions.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { namespace, secret, secretRef, validPolicy } from '../fixtures.ts'
import { condition, scripted, type ScriptedBed } from '../scripted.ts'

const two = { a: secret({}, 'a'), b: secret({}, 'b') }

const secrets = ({ plane }: ScriptedBed) =>
  plane.api
    .list()
    .filter(({ kind }) => kind === 'Secret')
    .map(object => textAt(object, 'metadata', 'name'))

describe('a reconcile', () => {
  it('of a composite that is not there does nothing, or a late event ends in a crash', async () => {
    const bed = scripted()
    expect(await bed.plane.reconcile({ ...bed.ref, name: 'gone' })).toEqual({
      pipeline: undefined,
      deleted: [],
      error: undefined,
      ttl: 0,
    })
    expect(bed.requests).toEqual([])
  })

  it('marks the composite before the function sees it, or the first call differs from a cluster’s', async () => {
    const bed = scripted()
    await bed.pass({ resources: two, ttl: 30 })
    const seen = bed.requests[0]?.observed?.composite?.resource ?? {}
    expect(objectAt(seen, 'metadata')).toMatchObject({
      generation: 2,
      finalizers: ['composite.apiextensions.crossplane.io'],
      labels: { 'crossplane.io/composite': 'orders' },
    })
    expect(objectAt(seen, 'spec', 'crossplane')).toEqual({ compositionRef: { name: 'database' } })
    expect(objectAt(bed.composite(), 'metadata')['generation']).toBe(3)
  })

  it('that repeats itself writes nothing, or the composite wakes itself for ever', async () => {
    const bed = scripted()
    const answer = { resources: two, status: { engineVersion: '17' }, conditions: [condition('A', true, 'r')], ttl: 30 }
    await bed.pass(answer)
    let writes = 0
    bed.plane.api.watch(() => writes++)
    expect(await bed.pass(answer)).toMatchObject({ ttl: 30, deleted: [], error: undefined })
    expect(writes).toBe(0)
  })

  it('records what the function tells as events on every call, or a chatty function goes unnoticed', async () => {
    const bed = scripted()
    await bed.pass({ warning: 'beware' })
    await bed.pass({ warning: 'beware' })
    const event = { type: 'Warning', reason: 'ComposeResources', message: expect.stringContaining('beware') as string }
    expect(bed.plane.events).toEqual([event, event])
  })
})

describe('a response without resources', () => {
  it('deletes everything, and is Synced and Ready: the price of an empty answer', async () => {
    const bed = scripted()
    await bed.pass({ resources: two })
    const { deleted } = await bed.pass({})
    expect(deleted.toSorted()).toEqual(['a', 'b'])
    expect(secrets(bed)).toEqual([])
    expect([bed.condition('Synced')?.['status'], bed.condition('Ready')?.['status']]).toEqual(['True', 'True'])
  })
})

describe('a Fatal', () => {
  it('deletes and applies nothing and writes no status, or a refusal costs a database', async () => {
    const bed = scripted()
    await bed.pass({ resources: two, status: { engineVersion: '17' } })
    const pass = await bed.pass({
      fatal: 'quota exceeded for team-a',
      resources: { c: secret({}, 'c') },
      status: { engineVersion: '18' },
      ttl: 30,
    })
    expect(secrets(bed)).toEqual(['a', 'b'])
    expect(objectAt(bed.composite(), 'status')['engineVersion']).toBe('17')
    const message =
      'cannot compose resources: pipeline step "database" returned a fatal result: quota exceeded for team-a'
    expect(pass).toMatchObject({ error: message, deleted: [], ttl: 0 })
    expect(bed.condition('Synced')).toMatchObject({ status: 'False', reason: 'ReconcileError', message })
    expect(bed.condition('Ready')).toMatchObject({ status: 'True' })
    expect(bed.plane.events.map(event => event.message)).toEqual([message])
  })

  it('at first leaves no Ready at all: nobody has said anything of it yet', async () => {
    const bed = scripted()
    await bed.pass({ fatal: 'no' })
    expect(conditionsOf(bed.composite()).map(({ type }) => type)).toEqual(['Synced'])
  })
})

describe('a function that breaks', () => {
  it('touches nothing and is named in Synced, or a crash of ours costs a database', async () => {
    const bed = scripted()
    await bed.pass({ resources: two })
    const { error } = await bed.pass(() => {
      throw new Error('connection refused')
    })
    expect(error).toContain('connection refused')
    expect(secrets(bed)).toEqual(['a', 'b'])
    expect(bed.condition('Synced')).toMatchObject({ status: 'False', message: error })
    expect(bed.condition('Ready')).toMatchObject({ status: 'True' })
  })
})

describe('a requirement of a kind that is not installed', () => {
  it('fails the whole composite: nothing is composed and nothing deleted', async () => {
    const bed = scripted()
    await bed.pass({ resources: two })
    const needs = { nope: { apiVersion: 'nope.example.org/v1', kind: 'Nope', matchName: 'x' } }
    const { error } = await bed.pass({ resources: { c: secret({}, 'c') }, needs })
    expect(error).toContain('no matches for kind "Nope" in version "nope.example.org/v1"')
    expect(secrets(bed)).toEqual(['a', 'b'])
    expect(bed.condition('Synced')).toMatchObject({ status: 'False', reason: 'ReconcileError' })
  })
})

describe('the requirements of one claim', () => {
  it('are no seed of another’s, or the second claim of a team costs one call less than in a cluster', async () => {
    const bed = scripted()
    const needs = { env: { apiVersion: 'v1', kind: 'Secret', matchName: 'env', namespace } }
    expect((await bed.pass({ needs })).pipeline?.calls).toBe(2)
    expect((await bed.pass({ needs })).pipeline?.calls).toBe(1)
    const other = refOf(bed.plane.claim(databaseClaim({}, { name: 'other' })))
    expect((await bed.plane.reconcile(other)).pipeline?.calls).toBe(2)
  })
})

describe('the status of a composite', () => {
  it('loses the fields that the function stops returning, or a claim shows what was true last week', async () => {
    const bed = scripted()
    await bed.pass({ status: { engineVersion: '17', binding: { name: 'x' } } })
    await bed.pass({ status: { binding: { name: 'y' } } })
    const { conditions: _conditions, ...rest } = objectAt(bed.composite(), 'status')
    expect(rest).toEqual({ binding: { name: 'y' } })
  })

  it.each([
    ['a field that the XRD does not have', { surprise: 1 }],
    ['a value of another type', { engineVersion: 17 }],
  ])('with %s leaves a new claim without any condition, and `kubectl wait` waits for ever', async (_what, status) => {
    const bed = scripted()
    await bed.pass({ resources: two, status, conditions: [condition('A', true, 'r')] })
    expect(secrets(bed).toSorted()).toEqual(['a', 'b'])
    expect(bed.composite()['status']).toBeUndefined()
    expect(bed.plane.events.map(({ message }) => message)).toEqual([
      expect.stringContaining('cannot apply composite resource status: failed to create typed patch object'),
    ])
  })

  it('that does not fit leaves an old claim looking healthy: only the generation tells', async () => {
    const bed = scripted()
    await bed.pass({ resources: two })
    const before = [bed.condition('Synced'), bed.condition('Ready')]
    await bed.pass({ resources: { ...two, c: validPolicy }, status: { surprise: 1 }, unready: ['c'] })
    expect([bed.condition('Synced'), bed.condition('Ready')]).toEqual(before)
    expect(before).toMatchObject([{ status: 'True' }, { status: 'True' }])
    expect(Number(objectAt(bed.composite(), 'metadata')['generation'])).toBeGreaterThan(
      Number(bed.condition('Ready')?.['observedGeneration']),
    )
  })
})

describe('a deleted claim', () => {
  it('is released without a call and what it owned follows, or a broken function blocks deletion', async () => {
    const bed = scripted()
    const held = { ...secret(), metadata: { name: 'held', finalizers: ['example.org/hold'] } }
    await bed.pass({ resources: { ...two, held } })
    bed.plane.api.delete(bed.ref)
    expect(textAt(bed.composite(), 'metadata', 'deletionTimestamp')).toBeDefined()
    expect(secrets(bed)).toHaveLength(3)
    const calls = bed.requests.length
    await bed.pass({ resources: two })
    expect(bed.requests.length).toBe(calls)
    expect(bed.plane.api.get(bed.ref)).toBeUndefined()
    expect(secrets(bed)).toEqual(['held'])
    expect(textAt(bed.plane.api.get(secretRef('held')), 'metadata', 'deletionTimestamp')).toBeDefined()
  })
})
