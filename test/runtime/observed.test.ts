import { expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { conditionOf, observe } from '../../functions/runtime/observed.ts'
import { Capability } from '../../functions/runtime/protocol.ts'
import { claim, observed, request, withCondition } from './fixtures.ts'

const nothing = {
  apiVersion: '',
  kind: '',
  name: '',
  namespace: '',
  uid: '',
  generation: 0,
  labels: {},
  annotations: {},
  spec: {},
  status: {},
  createdAt: '',
}

it.each<[string, JsonObject]>([
  ['nothing', {}],
  ['nonsense', { apiVersion: 1, kind: null, metadata: 'orders', spec: [], status: 'Ready' }],
  ['nonsense inside', { metadata: { name: 7, uid: {}, generation: '3', labels: ['a'], annotations: null } }],
])('reads a claim of %s without a crash: the API server’s schema may be older than ours', (_name, xr) => {
  const sent = request()
  const composite = { resource: xr, connectionDetails: new Map(), ready: 0 } as const
  expect(observe({ ...sent, observed: { ...sent.observed, composite } }).claim).toEqual(nothing)
  expect(observe({ ...sent, observed: { ...sent.observed, composite: undefined } }).claim).toEqual(nothing)
})

it('takes out of the claim what every kind reads', () => {
  const metadata = {
    name: 'orders',
    namespace: 'team-a',
    uid: '4f6b',
    generation: 3,
    labels: { team: 'a' },
    annotations: { note: 'b' },
    creationTimestamp: '2026-01-02T03:04:05Z',
  }
  const xr = claim({ metadata, spec: { size: 'small' }, status: { known: true } })
  expect(observed({ claim: xr }).claim).toEqual({
    apiVersion: 'test.example.org/v1',
    kind: 'XThing',
    name: 'orders',
    namespace: 'team-a',
    uid: '4f6b',
    generation: 3,
    labels: { team: 'a' },
    annotations: { note: 'b' },
    spec: { size: 'small' },
    status: { known: true },
    createdAt: '2026-01-02T03:04:05Z',
  })
})

it('sorts the keys of what exists, or refusals come in another order each time', () => {
  expect(observed({ composed: { server: {}, 'dns-zone': {}, connection: {} } }).keys).toEqual([
    'connection',
    'dns-zone',
    'server',
  ])
})

it('gives connection details as text, and an empty one as none: a blank password is no password', () => {
  const seen = observed({
    composed: { server: {} },
    connection: { server: { password: 'pässwörd', host: '', port: '1' } },
  })
  expect(seen.connection('server', 'password')).toBe('pässwörd')
  expect(seen.connection('server', 'host')).toBeUndefined()
  expect(seen.connection('server', 'port')).toBe('1')
  expect(seen.connection('server', 'user')).toBeUndefined()
  expect(seen.connection('user', 'password')).toBeUndefined()
})

it('tells what was not fetched from what does not exist, or a missing platform looks like an empty one', () => {
  const secret = { kind: 'Secret' }
  const seen = observed({ required: { platform: [], secret: [secret] } })
  expect(seen.required('platform')).toEqual([])
  expect(seen.required('secret')).toEqual([secret])
  expect(seen.required('other')).toBeUndefined()
})

it('knows only the capabilities that Crossplane tells', () => {
  const seen = observed({ capabilities: [1, Capability.requiredResources] })
  expect([seen.can(Capability.requiredResources), seen.can(Capability.conditions)]).toEqual([true, false])
})

it('gives the composed object as it came, and an empty input where there is none', () => {
  const server = { kind: 'Server' }
  expect(observed({ composed: { server } }).composed('server')?.resource).toBe(server)
  expect(observed().composed('server')).toBeUndefined()
  expect(observed().input).toEqual({})
  expect(observed({ input: { behaviour: 1 } }).input).toEqual({ behaviour: 1 })
})

it('finds a condition by its type among whatever stands there', () => {
  const ready = { type: 'Ready', status: 'True' }
  expect(conditionOf(withCondition(ready), 'Ready')).toBe(ready)
  expect(conditionOf(withCondition(ready), 'Synced')).toBeUndefined()
  expect(conditionOf({ status: { conditions: [null, 'Ready', ready] } }, 'Ready')).toBe(ready)
  expect(conditionOf({ status: { conditions: ready } }, 'Ready')).toBeUndefined()
  expect(conditionOf({}, 'Ready')).toBeUndefined()
})
