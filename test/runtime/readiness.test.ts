import { describe, expect, it } from 'vitest'
import { whenCondition, whenManaged, whenObserved } from '../../functions/runtime/readiness.ts'
import { withCondition } from './fixtures.ts'

const managed = (generation: number, ...conditions: Record<string, string | number>[]) => ({
  metadata: { generation },
  status: { conditions },
})

const ready = { type: 'Ready', status: 'True', observedGeneration: 2 }
const synced = { type: 'Synced', status: 'True', observedGeneration: 2 }
const broken = { type: 'Synced', status: 'False', observedGeneration: 2 }

it('takes a Secret for ready as soon as it exists: it has no condition that could say so', () => {
  expect(whenObserved({})).toEqual({ ready: true })
})

describe('whenCondition', () => {
  const check = whenCondition('Ready')

  it('is not ready before anything is said', () => {
    expect(check({})).toEqual({ ready: false, message: 'creating' })
    expect(check(withCondition({ type: 'Synced', status: 'True' }))).toEqual({ ready: false, message: 'creating' })
  })

  it('is not ready while a change is not acted on, or `kubectl wait` returns before the resize', () => {
    expect(check(withCondition({ ...ready, observedGeneration: 1 }, 2))).toEqual({
      ready: false,
      message: 'applying a change',
    })
    expect(check(withCondition(ready, 2))).toEqual({ ready: true })
    expect(check(withCondition(ready, 1))).toEqual({ ready: true })
  })

  it('trusts a condition that tells no generation: most controllers tell none', () => {
    expect(check(withCondition({ type: 'Ready', status: 'True' }, 7))).toEqual({ ready: true })
  })

  it.each([
    [{ message: 'no capacity', reason: 'Creating' }, 'no capacity'],
    [{ reason: 'Creating' }, 'creating'],
    [{ reason: 'Unavailable', message: '' }, 'unavailable'],
    [{}, 'creating'],
    [{ message: 'try 1b4e28ba-2fa1-11d2-883f-0016d3cca427\nfailed' }, 'try … failed'],
  ])('says what it waits for in the provider’s words: %j', (said, message) => {
    expect(check(withCondition({ type: 'Ready', status: 'False', ...said }))).toEqual({ ready: false, message })
    expect(check(withCondition({ type: 'Ready', status: 'Unknown', ...said }))).toEqual({ ready: false, message })
  })
})

describe('whenManaged', () => {
  it('is ready when Ready is True and nothing says otherwise', () => {
    expect(whenManaged({})).toEqual({ ready: false, message: 'creating' })
    expect(whenManaged(managed(2, synced, ready))).toEqual({ ready: true })
    expect(whenManaged(managed(2, ready))).toEqual({ ready: true })
    expect(whenManaged(managed(3, synced, ready))).toEqual({ ready: false, message: 'applying a change' })
  })

  it.each(['Synced', 'LastAsyncOperation'])('is not ready while %s tells of an error, or it is never seen', type => {
    const failed = { ...broken, type, message: 'quota exceeded' }
    expect(whenManaged(managed(2, ready, failed))).toEqual({ ready: false, message: 'quota exceeded' })
    expect(whenManaged(managed(2, ready, { ...broken, type }))).toEqual({
      ready: false,
      message: 'the provider reports an error',
    })
    expect(whenManaged(managed(2, ready, { ...broken, type, reason: 'ReconcileError' }))).toEqual({
      ready: false,
      message: 'reconcileerror',
    })
  })

  it('forgets an error of an earlier generation: the developer has mended it', () => {
    const old = { ...broken, observedGeneration: 1, message: 'quota exceeded' }
    expect(whenManaged(managed(2, ready, old))).toEqual({ ready: true })
    expect(whenManaged(managed(2, ready, { ...broken, status: 'Unknown' }))).toEqual({ ready: true })
  })

  it('alarms nobody while what it refers to is still being made', () => {
    const message = 'cannot resolve references: mg.Spec.ForProvider.SubnetId: not ready'
    expect(whenManaged(managed(2, ready, { ...broken, message }))).toEqual({ ready: false, message: 'creating' })
    expect(whenManaged(managed(2, { ...broken, message: `create failed: ${message}` }))).toEqual({
      ready: false,
      message: `create failed: ${message}`,
    })
  })
})
