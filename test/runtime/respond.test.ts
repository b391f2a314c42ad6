import { describe, expect, it } from 'vitest'
import { isFalse, isTrue, Provisioned } from '../../functions/runtime/conditions.ts'
import { refuse } from '../../functions/runtime/errors.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import type { Composed, KindModule, Report } from '../../functions/runtime/kind.ts'
import { observe } from '../../functions/runtime/observed.ts'
import { ConditionStatus, Ready, Severity, type RunFunctionRequest } from '../../functions/runtime/protocol.ts'
import { passThrough, respond, respondFatal } from '../../functions/runtime/respond.ts'
import type { Settled } from '../../functions/runtime/settle.ts'
import { request, resource } from './fixtures.ts'

const module: KindModule = {
  apiVersion: 'test.example.org/v1',
  kind: 'XThing',
  keys: {},
  conditions: [Provisioned, 'Bound'],
  compose: () => ({ ok: false, refusals: [] }),
  support: () => '',
}

const bound = isTrue('Bound', 'Fine')

const thing = (name: string, namespace = 'team-a'): JsonObject => ({ kind: 'Thing', metadata: { name, namespace } })

const entry = (key: string, ready: boolean, sent: JsonObject | undefined = thing(key)): Settled => ({
  key,
  ready,
  message: ready ? '' : 'creating',
  resource: sent,
  observed: undefined,
})

const waits: Settled = { ...entry('late', false), resource: undefined }

const requirements: Composed['requirements'] = new Map([
  ['secret', { apiVersion: 'v1', kind: 'Secret', matchName: 'orders-conn' }],
])

const respondTo = (asked: RunFunctionRequest, settled: readonly Settled[], report: Partial<Report> = {}) =>
  respond({
    request: asked,
    observed: observe(asked),
    settled,
    composed: { plan: {}, requirements, report: () => ({ status: {}, conditions: [bound], ...report }) },
    module,
    clock: { hasPassed: () => false },
  })

const readyOf = (...settled: Settled[]) => respondTo(request(), settled).desired.composite?.ready

const claimThatWas = (status: string) => ({
  claim: { status: { conditions: [{ type: Provisioned, status, reason: 'Said' }] } },
})

describe('an answer', () => {
  it('keeps what earlier steps desire and assigns ours, or a merged list grows with every call', () => {
    const upstream = { theirs: thing('theirs'), ours: { kind: 'Thing', spec: { list: ['old'] } } }
    const { desired } = respondTo(request({ upstream }), [entry('ours', true), entry('new', false), waits])
    expect([...desired.resources]).toEqual([
      ['theirs', resource(thing('theirs'))],
      ['ours', { ...resource(thing('ours')), ready: Ready.true }],
      ['new', { ...resource(thing('new')), ready: Ready.false }],
    ])
  })

  it('carries on the tag, the context and what is to be fetched, or the pipeline loses them', () => {
    const asked = { ...request(), context: { region: 'eu' } }
    expect(respondTo(asked, [])).toMatchObject({ tag: 'a-tag', context: { region: 'eu' }, requirements })
  })

  it('adds our status to that of earlier steps, and leaves theirs as it is beside', () => {
    const asked = request()
    const theirs = resource({ spec: { a: 1 }, status: { theirs: 1, both: 1 } }, { password: 'secret' })
    const composite = { ...theirs, ready: Ready.true }
    const sent = { ...asked, desired: { ...asked.desired, composite } }
    const { desired } = respondTo(sent, [entry('a', true)], { status: { both: 2 } })
    expect(desired.composite).toEqual({ ...composite, resource: { spec: { a: 1 }, status: { theirs: 1, both: 2 } } })
  })

  it('makes a status where no earlier step has', () => {
    expect(respondTo(request(), [], { status: { ours: 1 } }).desired.composite).toEqual({
      ...resource({ status: { ours: 1 } }),
      ready: Ready.true,
    })
  })

  it('leaves Ready to Crossplane, but where that can’t know', () => {
    expect(readyOf()).toBe(Ready.true)
    expect(readyOf(entry('a', true))).toBe(Ready.unspecified)
    expect(readyOf(entry('a', false))).toBe(Ready.unspecified)
    expect(readyOf(entry('a', true), waits)).toBe(Ready.false)
  })

  it('carries every condition each time: one that is left out stays as it was for ever', () => {
    expect(respondTo(request(), [entry('a', false)]).conditions).toEqual([
      isTrue('Configured', 'Valid'),
      isFalse(Provisioned, 'Provisioning', 'a: creating'),
      bound,
    ])
  })

  it.each([[[]], [[bound, bound]], [[isTrue('Other', 'Fine')]]])('is a bug with the conditions %j', conditions => {
    expect(() => respondTo(request(), [], { conditions })).toThrow(
      /^XThing sets Configured,Provisioned.*, not Configured,Provisioned,Bound$/,
    )
  })

  it('tells once that all is ready, or the events of the claim drown', () => {
    const message = 'everything that the claim asks for is ready'
    const event = { severity: Severity.normal, reason: Provisioned, message }
    expect(respondTo(request(), [entry('a', true)]).results).toEqual([event])
    expect(respondTo(request(claimThatWas('False')), [entry('a', true)]).results).toEqual([event])
    expect(respondTo(request(claimThatWas('True')), [entry('a', true)]).results).toEqual([])
    expect(respondTo(request(), [entry('a', false)]).results).toEqual([])
  })

  it('comes soon again while something is not ready', () => {
    const after = (...settled: Settled[]) => respondTo(request(), settled).ttlSeconds
    expect([after(entry('a', false)), after(waits), after(entry('a', true))]).toEqual([30, 30, 60])
  })
})

describe('a resource that must not leave', () => {
  const sending = (sent: JsonObject, namespace = 'team-a') => {
    try {
      respondTo(request({ claim: { metadata: { namespace } } }), [entry('server', true, sent)])
      return 'sent'
    } catch (error) {
      return error instanceof Error ? error.message : error
    }
  }

  it('is one that the wire would change', () => {
    const odd = { ...thing('a'), spec: { size: undefined } } as unknown as JsonObject
    expect(sending(odd)).toBe('server.spec.size: undefined is not JSON')
  })

  it('is one in another namespace, or a tenant reaches its neighbour', () => {
    expect(sending(thing('a', 'team-b'))).toBe('server is in namespace "team-b", not "team-a"')
    expect(sending({ kind: 'Thing' })).toBe('server is in namespace "", not "team-a"')
    expect(sending(thing('a'), '')).toBe('server is in namespace "team-a", not ""')
    expect(sending({ kind: 'Thing' }, '')).toBe('server is in namespace "", not ""')
  })
})

describe('a Fatal', () => {
  const refusals = [refuse('UnknownSize', 'spec.size', 'no'), refuse('InvalidClaim', 'spec.x', 'no')]

  const fatal = (asked: RunFunctionRequest, count = 2) =>
    respondFatal({ request: asked, observed: observe(asked), refusals: refusals.slice(0, count), module, support: '' })

  it.each([
    [0, ''],
    [1, 'spec.size: no [UnknownSize]'],
    [2, 'spec.size: no [UnknownSize] (and 1 more: see the condition Configured)'],
  ])('is one result for %d refusals: %j', (count, message) => {
    expect(fatal(request(), count).results).toEqual([{ severity: Severity.fatal, message }])
  })

  it('changes nothing, comes again soon and keeps the conditions as they stand', () => {
    const asked = request({ ...claimThatWas('True'), upstream: { theirs: thing('theirs') } })
    const response = fatal(asked)
    expect(response.desired).toBe(asked.desired)
    expect(response.ttlSeconds).toBe(30)
    expect(response.conditions).toEqual([
      isFalse('Configured', 'UnknownSize', 'spec.size: no [UnknownSize]\nspec.x: no [InvalidClaim]'),
      isTrue(Provisioned, 'Said'),
      expect.objectContaining({ type: 'Bound', status: ConditionStatus.unknown }),
    ])
  })
})

it('passes through everything as it came', () => {
  const asked = { ...request({ upstream: { theirs: thing('theirs') } }), context: { region: 'eu' } }
  expect(passThrough(asked)).toEqual({
    tag: 'a-tag',
    ttlSeconds: 2000,
    desired: asked.desired,
    results: [],
    context: { region: 'eu' },
    requirements: new Map(),
    conditions: [],
  })
})
