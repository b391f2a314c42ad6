import { expect, it } from 'vitest'
import {
  BindingReady,
  carriedOver,
  Configured,
  isFalse,
  isTrue,
  notConfigured,
  Provisioned,
  provisioned,
} from '../../functions/runtime/conditions.ts'
import { refuse } from '../../functions/runtime/errors.ts'
import type { Json } from '../../functions/runtime/json.ts'
import { ConditionStatus } from '../../functions/runtime/protocol.ts'

const entry = (key: string, message: string) => ({
  key,
  ready: message === '',
  message,
  resource: undefined,
  observed: undefined,
})

it('keeps the names that people wait for with kubectl', () => {
  expect([Configured, Provisioned, BindingReady]).toEqual(['Configured', 'Provisioned', 'BindingReady'])
})

it('says True and False in the numbers of the wire', () => {
  expect(isTrue('Up', 'Fine')).toEqual({ type: 'Up', status: 2, reason: 'Fine', message: '' })
  expect(isFalse('Up', 'Down', 'broken')).toEqual({ type: 'Up', status: 3, reason: 'Down', message: 'broken' })
})

it('is provisioned when nothing is composed, or an XPlatform would never be Ready', () => {
  expect(provisioned([])).toEqual(isTrue(Provisioned, 'AllReady'))
})

it('names all that is awaited, in the order of the plan, or a developer looks in the wrong place', () => {
  const settled = [entry('server', 'creating'), entry('rule', ''), entry('binding', 'waiting for server')]
  expect(provisioned(settled)).toEqual(
    isFalse(Provisioned, 'Provisioning', 'server: creating; binding: waiting for server'),
  )
  expect(provisioned([entry('rule', '')])).toEqual(isTrue(Provisioned, 'AllReady'))
})

it('blames Roadbed for a refusal without a reason, not the developer', () => {
  expect(notConfigured([], '')).toEqual(isFalse(Configured, 'Internal', ''))
})

it('tells every refusal on its own line and whom to ask, or they are found one by one', () => {
  const refusals = [refuse('UnknownSize', 'spec.size', 'no such size'), refuse('InvalidClaim', 'spec.x', 'wrong')]
  const lines = ['spec.size: no such size [UnknownSize]', 'spec.x: wrong [InvalidClaim]']
  expect(notConfigured(refusals, '')).toEqual(isFalse(Configured, 'UnknownSize', lines.join('\n')))
  expect(notConfigured(refusals, 'Ask us.').message).toBe([...lines, 'Ask us.'].join('\n'))
})

const unknown = {
  type: 'Up',
  status: ConditionStatus.unknown,
  reason: 'NotEvaluated',
  message: 'the claim has been refused',
}

it.each<[string, Json]>([
  ['a status that is no list', 'Up'],
  ['a list of nonsense', [null, 3, ['Up'], { status: 'True' }]],
  ['no such condition', [{ type: 'Other', status: 'True', reason: 'Fine' }]],
  ['a status nobody knows', [{ type: 'Up', status: 'true', reason: 'Fine' }]],
])('sends a condition as Unknown for %s', (_name, conditions) => {
  expect(carriedOver('Up', { conditions })).toEqual(unknown)
})

it('sends a condition again as it stands, or a Fatal turns a working database to Unknown', () => {
  const conditions = [
    { type: 'Other', status: 'False', reason: 'No', message: 'no' },
    { type: 'Up', status: 'True', reason: 'Fine', message: 'all well' },
    { type: 'Bound', status: 'False', reason: 'Waiting', message: 'for the server' },
  ]
  expect(carriedOver('Up', { conditions })).toEqual(isTrue('Up', 'Fine', 'all well'))
  expect(carriedOver('Bound', { conditions })).toEqual(isFalse('Bound', 'Waiting', 'for the server'))
})

it('finds a reason where the condition has none: the API server refuses an empty one', () => {
  expect(carriedOver('Up', { conditions: [{ type: 'Up', status: 'True' }] })).toEqual(isTrue('Up', 'Ready'))
  expect(carriedOver('Up', { conditions: [{ type: 'Up', status: 'False' }] })).toEqual(isFalse('Up', 'NotReady', ''))
})
