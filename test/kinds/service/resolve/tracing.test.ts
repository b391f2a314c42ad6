import { describe, expect, it } from 'vitest'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { full, refusalsOf, resolved, serviceOf } from '../fixtures.ts'

const other: PlatformSpec = { ...full, classes: { runtimes: [{ name: 'rust', language: 'Other' }] } }
const auto = { observability: { tracing: { mode: 'Auto' } } } as const

describe('traces', () => {
  it('are made from outside where the language allows it, else by the program', () => {
    expect(serviceOf({ runtime: 'nodejs-20' }).watch.traces).toMatchObject({ mode: 'Auto', language: 'NodeJS' })
    for (const [spec, platform] of [
      [{ runtime: 'go-1' }, full],
      [{ runtime: 'rust' }, other],
      [{}, full],
    ] as const)
      expect(serviceOf(spec, platform).watch.traces).toMatchObject({ mode: 'SDK' })
    expect(serviceOf({ runtime: 'nodejs-20', observability: { tracing: { mode: 'SDK' } } }).watch.traces?.mode).toBe(
      'SDK',
    )
  })

  it.each([
    [{ runtime: 'go-1', ...auto }, full, /only with privileges: write SDK/],
    [{ runtime: 'rust', ...auto }, other, /nobody instruments/],
    [auto, full, /without spec\.runtime/],
  ])('are refused from outside where that can’t be, and it says why', (spec, platform, says) => {
    const outcome = resolved(spec, platform)
    expect(outcome).toMatchObject({
      ok: false,
      refusals: [{ code: 'InvalidCombination', message: expect.stringMatching(says) as string }],
    })
  })

  it('are few where it lasts and all where nothing does, unless the claim says otherwise', () => {
    const percent = (environmentType: 'Production' | 'Test', tracing = {}) =>
      serviceOf({ observability: { tracing } }, { ...full, environmentType }).watch.traces?.samplingPercent
    expect([percent('Production'), percent('Test'), percent('Production', { samplingPercent: 0 })]).toEqual([
      10, 100, 0,
    ])
  })

  it('are none where the platform takes none: told where somebody relied on it, refused where they asked', () => {
    const silent = serviceOf({ runtime: 'nodejs-20' }, {})
    expect([silent.watch.traces, silent.deviations]).toEqual([undefined, []])
    expect(serviceOf({ observability: { tracing: { samplingPercent: 5 } } }, {}).deviations).toMatchObject([
      { field: 'spec.observability.tracing' },
    ])
    expect(refusalsOf({ observability: { tracing: { mode: 'SDK' } } }, {})).toEqual([
      'MissingIntegration XPlatform/default spec.integrations.tracing',
    ])
    expect(serviceOf({ observability: { tracing: { mode: 'Disabled' } } }, {}).deviations).toEqual([])
  })
})
