import { expect, it } from 'vitest'
import { absent, waiting, type Readiness } from '../../functions/runtime/plan.ts'
import { settle } from '../../functions/runtime/settle.ts'
import { observed } from './fixtures.ts'

const server = { kind: 'Server', metadata: { name: 'planned' } }
const existing = { kind: 'Server', metadata: { name: 'observed' }, status: { up: true } }

const emit = (readiness: Readiness) => ({ state: 'emit', resource: server, readiness: () => readiness }) as const

it('is empty for an empty plan, also where things exist', () => {
  expect(settle({}, observed({ composed: { server: existing } }))).toEqual([])
})

it('forgets what is absent, or a rule that was closed keeps the claim from being Ready', () => {
  expect(settle({ rule: absent('closed') }, observed({ composed: { rule: existing } }))).toEqual([])
})

it('takes nothing for ready that does not exist, whatever its check would say', () => {
  expect(settle({ server: emit({ ready: true }) }, observed())).toEqual([
    { key: 'server', ready: false, message: 'creating', resource: server, observed: undefined },
  ])
})

it('judges what exists by what exists, not by what is planned', () => {
  const judged: unknown[] = []
  const entry = {
    ...emit({ ready: true }),
    readiness: (object: unknown) => (judged.push(object), { ready: true, message: 'x' }),
  }
  expect(settle({ server: entry }, observed({ composed: { server: existing } }))).toEqual([
    { key: 'server', ready: true, message: '', resource: server, observed: existing },
  ])
  expect(judged).toEqual([existing])
})

it('says what it waits for, in the order of the plan', () => {
  const plan = {
    zone: emit({ ready: false, message: 'no quota' }),
    server: emit({ ready: false }),
    binding: waiting('server', 'its address'),
  }
  const composed = { zone: existing, server: existing }
  expect(settle(plan, observed({ composed })).map(({ key, ready, message }) => [key, ready, message])).toEqual([
    ['zone', false, 'no quota'],
    ['server', false, 'creating'],
    ['binding', false, 'waiting for server: its address'],
  ])
  expect(settle({ binding: plan.binding }, observed())).toMatchObject([{ resource: undefined, observed: undefined }])
})
