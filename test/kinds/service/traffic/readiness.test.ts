import { describe, expect, it } from 'vitest'
import {
  whenAttached,
  whenEnforced,
  whenIssued,
  whenListening,
} from '../../../../functions/kinds/service/traffic/readiness.ts'
import type { JsonObject } from '../../../../functions/runtime/json.ts'

const condition = (type: string, status: string, message = '', observedGeneration = 1): JsonObject => ({
  type,
  status,
  reason: 'Reason',
  message,
  observedGeneration,
})
const object = (status: JsonObject, generation = 1): JsonObject => ({ metadata: { generation }, status })
const [accepted, resolved] = [condition('Accepted', 'True'), condition('ResolvedRefs', 'True')]

describe('a route', () => {
  const route = (...conditions: JsonObject[]) => whenAttached(object({ parents: [{ conditions }] }))

  it('is ready when it is accepted and its service is found', () => {
    expect(route(accepted, resolved)).toEqual({ ready: true })
  })

  it('says in the gateway’s words why it is not', () => {
    expect(whenAttached(object({}))).toEqual({ ready: false, message: 'no gateway has taken it up yet' })
    expect(route(condition('Accepted', 'False', 'not allowed here'), resolved).message).toBe('not allowed here')
    expect(route(accepted, condition('ResolvedRefs', 'False', 'no such service')).message).toBe('no such service')
    expect(route(accepted)).toEqual({ ready: false, message: 'creating' })
    expect(route({ type: 'Accepted', status: 'False', reason: 'NoMatch' }).message).toBe('NoMatch')
  })

  it('is not ready by what was said of an older one, nor by one of two parents', () => {
    const older = object({ parents: [{ conditions: [accepted, resolved] }] }, 2)
    expect(whenAttached(older)).toEqual({ ready: false, message: 'applying a change' })
    const other = { conditions: [condition('Accepted', 'False', 'no')] }
    expect(whenAttached(object({ parents: [{ conditions: [accepted, resolved] }, other] })).message).toBe('no')
  })
})

it('a policy is ready when it is enforced everywhere', () => {
  expect(whenEnforced(object({})).ready).toBe(false)
  expect(whenEnforced(object({ ancestors: [{ conditions: [accepted] }] }))).toEqual({ ready: true })
  expect(
    whenEnforced(object({ ancestors: [{ conditions: [condition('Accepted', 'False', 'bad issuer')] }] })).message,
  ).toBe('bad issuer')
})

describe('listeners', () => {
  const programmed = condition('Programmed', 'True')
  const good = [accepted, condition('Conflicted', 'False'), resolved, programmed]
  const set = (...conditions: JsonObject[]) =>
    whenListening(object({ conditions: [accepted, programmed], listeners: [{ name: 'web', conditions }] }))

  it('are ready when the gateway listens', () => {
    expect(set(...good)).toEqual({ ready: true })
    expect(whenListening(object({ conditions: [condition('Accepted', 'False', 'not allowed')] })).message).toBe(
      'not allowed',
    )
    expect(whenListening(object({}))).toEqual({ ready: false, message: 'creating' })
  })

  it('say that somebody else has the domain before all that follows from it', () => {
    const conflict = condition('Conflicted', 'True', 'hostname is not unique')
    expect(set(condition('Accepted', 'False', 'conflicted'), conflict, resolved).message).toBe(
      'web: hostname is not unique',
    )
    expect(set(accepted, condition('Conflicted', 'True')).message).toBe('web: another listener has the domain')
  })

  it('say which of them lacks its certificate', () => {
    expect(set(accepted, condition('ResolvedRefs', 'False', 'no Secret')).message).toBe('web: no Secret')
  })
})

describe('a certificate', () => {
  const certificate = (...conditions: JsonObject[]) => whenIssued(object({ conditions }))

  it('is ready when it is valid, also while the next one is issued', () => {
    expect(certificate(condition('Ready', 'True'))).toEqual({ ready: true })
    expect(
      certificate(condition('Ready', 'True'), { ...condition('Issuing', 'False', 'no'), reason: 'Failed' }),
    ).toEqual({
      ready: true,
    })
  })

  it('tells why it could not be issued, not only that it was not', () => {
    const missing = condition('Ready', 'False', 'Secret does not exist')
    expect(certificate(missing).message).toBe('Secret does not exist')
    expect(certificate(missing, { ...condition('Issuing', 'False', 'refused'), reason: 'Failed' }).message).toBe(
      'refused',
    )
    expect(certificate(missing, { type: 'Issuing', status: 'False', reason: 'Failed' }).message).toBe(
      'it could not be issued',
    )
  })
})
