import { Ready, Severity, type RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAt, objectAt, textAt } from '../../../functions/runtime/read.ts'
import { condition } from '../objects.ts'
import { applyPlatform, now, uidsOf, untilCondition, untilReady } from './bed.ts'
import { startRecorder } from './recorder.ts'

/*
 * Rows of docs/crossplane-behaviour.md.
 * What Crossplane core makes of the function's conditions (and of a Fatal), as far as the function leans on it: a new
 * version that behaves differently is noticed here first.
 */

let recorder: Awaited<ReturnType<typeof startRecorder>>
beforeAll(async () => {
  await applyPlatform()
  recorder = await startRecorder()
})
afterAll(() => recorder.stop())

describe('a Fatal', () => {
  it('is asked again by core itself until it is none: a claim that was refused recovers though nothing has happened', async () => {
    let refusals = 4
    const claim = await recorder.start(await recorder.claim(), response =>
      refusals-- > 0 ? { ...response, results: [{ severity: Severity.SEVERITY_FATAL, message: 'not yet' }] } : response,
    )
    await untilCondition(claim, 'Synced', /^False ReconcileError: .*not yet/)
    await untilReady(claim)
    expect(refusals).toBeLessThan(0)
  })
})

describe('conditions', () => {
  it('of the function carry no generation: whoever waits for them can’t tell old from new', async () => {
    const conditions = listAt(await now(await recorder.made()), 'status', 'conditions').map(each =>
      objectAt({ each }, 'each'),
    )
    const withGeneration = conditions
      .filter(each => each['observedGeneration'] !== undefined)
      .map(each => textAt(each, 'type'))
    expect(withGeneration.toSorted()).toEqual(['Ready', 'Responsive', 'Synced'])
  })

  it('that a Fatal leaves out turn Unknown, so the function sends all of them each time; nothing is deleted', async () => {
    const claim = await recorder.made()
    const uids = await uidsOf(claim)
    await recorder.answer(claim, (response): RunFunctionResponse => ({
      ...response,
      desired: { composite: undefined, resources: {} },
      results: [{ severity: Severity.SEVERITY_FATAL, message: 'no more' }],
      conditions: response.conditions.filter(({ type }) => type === 'Configured'),
    }))
    await untilCondition(claim, 'Synced', /^False ReconcileError: .*returned a fatal result: no more$/)
    const seen = await now(claim)
    expect(condition(seen, 'Configured')).toBe('True Valid')
    expect(condition(seen, 'BindingReady')).toMatch(/^Unknown FatalError: /)
    expect(condition(seen, 'Ready')).toMatch(/^True/)
    expect(await uidsOf(claim)).toEqual(uids)

    await recorder.answer(claim)
    await untilCondition(claim, 'BindingReady', /^True /, 60)
  })

  it('that an answer leaves out stay what they were for ever, so the function sends all of them each time', async () => {
    const claim = await recorder.made()
    const before = condition(await now(claim), 'BindingReady')
    await recorder.answer(claim, response => ({
      ...response,
      conditions: response.conditions
        .filter(({ type }) => type === 'Configured')
        .map(each => ({ ...each, reason: 'OnlyThis' })),
    }))
    await untilCondition(claim, 'Configured', /^True OnlyThis/)
    expect(condition(await now(claim), 'BindingReady')).toBe(before)
  })

  it('name what is not ready, by its key: that is what a developer sees', async () => {
    const claim = await recorder.made()
    await recorder.answer(claim, response => {
      const resources = Object.entries(response.desired?.resources ?? {}).map(
        ([key, resource]) => [key, key === 'cluster' ? { ...resource, ready: Ready.READY_FALSE } : resource] as const,
      )
      const composite = { connectionDetails: {}, resource: response.desired?.composite?.resource, ready: 0 }
      return { ...response, desired: { composite, resources: Object.fromEntries(resources) } }
    })
    await untilCondition(claim, 'Ready', /^False Creating: Unready resources: cluster$/)
  })

  it('say Ready=False when the function says so, though all that is composed is ready: something may wait unsent', async () => {
    const claim = await recorder.made()
    await recorder.answer(claim, response => ({
      ...response,
      desired: {
        resources: {},
        ...response.desired,
        composite: { connectionDetails: {}, resource: response.desired?.composite?.resource, ready: Ready.READY_FALSE },
      },
    }))
    await untilCondition(claim, 'Ready', /^False Creating/)
    expect(condition(await now(claim), 'Synced')).toMatch(/^True/)
  })
})
