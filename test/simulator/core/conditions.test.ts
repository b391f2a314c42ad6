import { Ready } from '@crossplane-org/function-sdk-typescript'
import { describe, expect, it } from 'vitest'
import { conditionsOf, withConditions } from '../../../simulator/core/conditions.ts'
import { secret } from '../fixtures.ts'
import { condition, scripted } from '../scripted.ts'

const unknown = {
  status: 'Unknown',
  reason: 'FatalError',
  message: 'A fatal error occurred before the status of this condition could be determined.',
}

describe('conditions of a function', () => {
  it('may not be Ready, Synced, Healthy, UpToDate or Responsive: core ignores these', async () => {
    const bed = scripted()
    const types = ['Ready', 'Synced', 'Healthy', 'UpToDate', 'Responsive']
    await bed.pass({ conditions: types.map(type => condition(type, false, 'Mine')) })
    expect(conditionsOf(bed.composite()).map(({ type }) => type)).toEqual(['Synced', 'Ready'])
    expect(bed.condition('Ready')).toMatchObject({ status: 'True', reason: 'Available' })
    expect(bed.condition('Synced')).toMatchObject({ status: 'True', reason: 'ReconcileSuccess' })
  })

  it('are written as they come, with no generation: only core says which spec it has seen', async () => {
    const bed = scripted()
    await bed.pass({ conditions: [condition('DbReady', true, 'Up', 'db is up'), condition('bad type!', false, '')] })
    expect(bed.condition('DbReady')).toEqual({ type: 'DbReady', status: 'True', reason: 'Up', message: 'db is up' })
    expect(bed.condition('bad type!')).toEqual({ type: 'bad type!', status: 'False', reason: '' })
  })

  it('stay for ever when a later answer leaves them out, or a function that forgets one looks honest', async () => {
    const bed = scripted()
    await bed.pass({ conditions: [condition('DbReady', true, 'Up'), condition('NetReady', false, 'Wait')] })
    await bed.pass({ conditions: [condition('NetReady', true, 'Up')] })
    expect(bed.condition('DbReady')).toMatchObject({ status: 'True', reason: 'Up' })
    expect(bed.condition('NetReady')).toMatchObject({ status: 'True', reason: 'Up' })
  })

  it('turn Unknown with a Fatal that leaves them out and stay so, or an incomplete refusal looks fine', async () => {
    const bed = scripted()
    await bed.pass({ conditions: [condition('DbReady', true, 'Up'), condition('NetReady', false, 'Wait')] })
    await bed.pass({
      fatal: 'broken',
      conditions: [condition('DbReady', false, 'Broken'), condition('New', true, 'New')],
    })
    expect(bed.condition('DbReady')).toMatchObject({ status: 'False', reason: 'Broken' })
    expect(bed.condition('New')).toMatchObject({ status: 'True', reason: 'New' })
    expect(bed.condition('NetReady')).toEqual({ type: 'NetReady', ...unknown })
    await bed.pass({ conditions: [condition('DbReady', true, 'Up')] })
    expect(bed.condition('DbReady')).toMatchObject({ status: 'True' })
    expect(bed.condition('NetReady')).toEqual({ type: 'NetReady', ...unknown })
  })

  it('change their time with their status alone, or a message that moves looks like an outage', () => {
    const old = { type: 'A', status: 'True', reason: 'x', lastTransitionTime: 'then' }
    const after = (status: 'True' | 'False') =>
      withConditions({ status: { conditions: [old] } }, [{ type: 'A', status, reason: 'y', message: 'm' }], 'now')
    expect(after('True')).toEqual([{ ...old, reason: 'y', message: 'm' }])
    expect(after('False')).toEqual([{ ...old, status: 'False', reason: 'y', message: 'm', lastTransitionTime: 'now' }])
  })
})

describe('readiness', () => {
  const resources = { b: secret(), a: secret(), c: secret() }

  it('names the resources that are not ready, or said to be nothing, in order', async () => {
    const bed = scripted()
    await bed.pass({ resources, unready: ['b'], unsaid: ['a'] })
    expect(bed.condition('Ready')).toEqual({
      type: 'Ready',
      status: 'False',
      reason: 'Creating',
      message: 'Unready resources: a, b',
      observedGeneration: 3,
    })
  })

  it('is True when all are ready, also when a resource is refused: core asks the function alone', async () => {
    const bed = scripted()
    await bed.pass({ resources })
    expect(bed.condition('Ready')).toEqual({
      type: 'Ready',
      status: 'True',
      reason: 'Available',
      observedGeneration: 3,
    })
  })

  it('is what the function says of the composite itself, or staged claims turn Ready in between', async () => {
    const bed = scripted()
    await bed.pass({ resources, unready: ['a'], ready: Ready.READY_TRUE })
    expect(bed.condition('Ready')).toMatchObject({ status: 'True', reason: 'Available' })
    await bed.pass({ resources, unready: ['a'], ready: Ready.READY_FALSE })
    expect(bed.condition('Ready')).toEqual({
      type: 'Ready',
      status: 'False',
      reason: 'Creating',
      observedGeneration: 3,
    })
  })

  it('tells which generation it speaks of, as Synced does, or a stale Ready=True looks fresh', async () => {
    const bed = scripted()
    await bed.pass({})
    const { spec } = bed.composite()
    bed.plane.api.update({ ...bed.composite(), spec: { ...(spec as object), size: 'large' } }, 'kubectl')
    expect(bed.condition('Ready')?.['observedGeneration']).toBe(3)
    await bed.pass({ fatal: 'broken' })
    expect(bed.condition('Ready')).toMatchObject({ status: 'True', observedGeneration: 3 })
    expect(bed.condition('Synced')).toMatchObject({ status: 'False', observedGeneration: 4 })
    await bed.pass({})
    expect(bed.condition('Ready')).toMatchObject({ status: 'True', observedGeneration: 4 })
  })
})
