import { expect, it } from 'vitest'
import { isFalse, isTrue, Provisioned } from '../../functions/runtime/conditions.ts'
import { refuse } from '../../functions/runtime/errors.ts'
import { createHandler, internalError } from '../../functions/runtime/handler.ts'
import type { Composed, KindModule } from '../../functions/runtime/kind.ts'
import { Severity, type RunFunctionResponse } from '../../functions/runtime/protocol.ts'
import { whenObserved } from '../../functions/runtime/readiness.ts'
import { passThrough } from '../../functions/runtime/respond.ts'
import { ok, refused, type Outcome } from '../../functions/runtime/result.ts'
import { claim, request } from './fixtures.ts'

const edge = { hasPassed: () => false, seed: new Uint8Array(32) }

const vault = { apiVersion: 'v1', kind: 'Vault', metadata: { name: 'vault', namespace: 'team-a' } }

const composed: Composed = {
  plan: { vault: { state: 'emit', resource: vault, readiness: whenObserved } },
  requirements: new Map(),
  report: () => ({ status: { known: true }, conditions: [] }),
}

const things = (compose: () => Outcome<Composed>): KindModule => ({
  apiVersion: 'test.example.org/v1',
  kind: 'XThing',
  keys: { vault: 'stateful', other: 'stateful' },
  conditions: [Provisioned],
  compose,
  support: ({ claim: { name } }) => `Ask about ${name}.`,
})

const never = things(() => {
  throw new Error('composed although it must not be')
})

const fatalOf = ({ results }: RunFunctionResponse) =>
  results.filter(({ severity }) => severity === Severity.fatal).map(({ message }) => message)

it.each([{ kind: 'XOther' }, { apiVersion: 'test.example.org/v2' }, { apiVersion: '', kind: '' }])(
  'passes %j through, or a pipeline with other functions loses their resources',
  stranger => {
    const sent = request({ claim: stranger, upstream: { theirs: vault } })
    expect(createHandler([never])(sent, edge)).toEqual(passThrough(sent))
  },
)

it('passes a call without a claim through', () => {
  const sent = { ...request(), observed: { composite: undefined, resources: new Map() } }
  expect(createHandler([never])(sent, edge)).toEqual(passThrough(sent))
})

it('refuses an old Crossplane before it plans: without the platform every claim would move', () => {
  const response = createHandler([never])(request({ capabilities: [] }), edge)
  expect(fatalOf(response)).toEqual([
    'Crossplane: this Crossplane tells no capability to fetch resources [UnsupportedCrossplane]',
  ])
})

it('answers a refused claim with one Fatal and whom to ask', () => {
  const refusal = refuse('UnknownSize', 'spec.size', 'no such size')
  const response = createHandler([things(() => refused(refusal))])(request(), edge)
  expect(fatalOf(response)).toEqual(['spec.size: no such size [UnknownSize]'])
  expect(response.conditions[0]).toEqual(
    isFalse('Configured', 'UnknownSize', 'spec.size: no such size [UnknownSize]\nAsk about orders.'),
  )
})

it('lets no plan past the guard, or data is deleted', () => {
  const response = createHandler([things(() => ok(composed))])(request({ composed: { other: vault } }), edge)
  expect(fatalOf(response)).toEqual([expect.stringMatching(/^other: .* \[StatefulResourceRemoved\]$/)])
  expect(response.desired.resources.size).toBe(0)
})

it('leaves what an earlier step desires to that step, or two functions fight over one key', () => {
  const sent = request({ composed: { other: vault }, upstream: { other: vault } })
  const response = createHandler([things(() => ok(composed))])(sent, edge)
  expect([...response.desired.resources.keys()]).toEqual(['other', 'vault'])
})

it('takes the kind whose version and name both fit', () => {
  const response = createHandler([{ ...never, kind: 'XOther' }, things(() => ok(composed))])(request(), edge)
  expect(fatalOf(response)).toEqual([])
  expect(response.desired.composite?.resource).toEqual({ status: { known: true } })
  expect(response.desired.resources.get('vault')).toMatchObject({ resource: vault, ready: 2 })
  expect(response.conditions).toEqual([
    isTrue('Configured', 'Valid'),
    isFalse(Provisioned, 'Provisioning', 'vault: creating'),
  ])
})

it('hands the clock and the random bytes to the kind, and the clock to the time to live', () => {
  const given: unknown[] = []
  const calm = { ...composed, plan: {} }
  const kind: KindModule = { ...never, compose: (_observed, given_) => (given.push(given_), ok(calm)) }
  const createdAt = '2026-01-01T00:00:00Z'
  const sent = request({ claim: claim({ metadata: { creationTimestamp: createdAt } }) })
  const settled = Date.parse(createdAt) + 600_000
  const hasPassed = (moment: number) => moment !== settled
  expect(createHandler([kind])(sent, { ...edge, hasPassed }).ttlSeconds).toBe(60)
  expect(given).toEqual([{ ...edge, hasPassed }])
})

it('turns a bug into a Fatal that names the claim and changes nothing', () => {
  const sent = request({ upstream: { theirs: vault } })
  const response = internalError([never], sent)
  expect(fatalOf(response)).toEqual(['XThing/orders: the function failed; its log says why [Internal]'])
  expect(response.desired).toBe(sent.desired)
  expect(response.conditions.map(({ type }) => type)).toEqual(['Configured', Provisioned])
})

it('stays out of the way when it fails for a kind that is not ours', () => {
  const sent = request({ claim: { kind: 'XOther' } })
  expect(internalError([never], sent)).toEqual(passThrough(sent))
})
