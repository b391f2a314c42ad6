import { RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import { describe, expect, it } from 'vitest'
import { difference } from './compare.ts'

const answer = (resource: object, status: object = {}, ready = 1) =>
  RunFunctionResponse.fromPartial({
    desired: { composite: { resource: { status } }, resources: { a: { resource, ready } } } as never,
  })

describe('the comparison of a peer’s answer with ours', () => {
  it('takes another order and an empty object as the same', () => {
    expect(difference(answer({ x: 1, y: [2] }), answer({ y: [2], x: 1, z: {} }))).toBeUndefined()
  })

  it.each([
    ['a value', answer({ x: 2 }), 'a.x is 2, not 1'],
    ['a missing field', answer({}), 'a.x is missing, not 1'],
    ['another field', answer({ x: 1, y: 1 }), 'a.y is 1, not missing'],
    ['the ready flag', answer({ x: 1 }, {}, 2), 'a: ready is 2, not 1'],
  ])('finds %s that differs, or a peer is timed that does less', (_, theirs, reason) => {
    expect(difference(answer({ x: 1 }), theirs)).toBe(reason)
  })

  it('asks of the status only that what a peer sets is right', () => {
    expect(difference(answer({}, { a: 1, b: 2 }), answer({}, { b: 2 }))).toBeUndefined()
    expect(difference(answer({}, { a: 1 }), answer({}, { a: 2 }))).toBe('status.a is 2, not 1')
  })

  it('tells when a peer refuses', () => {
    const refusal = RunFunctionResponse.fromPartial({ results: [{ severity: 1, message: 'no' }] })
    expect(difference(answer({}), refusal)).toBe('it refuses: no')
  })
})
