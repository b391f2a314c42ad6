import { RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import { describe, expect, it } from 'vitest'
import { kinds } from '../../functions/kinds/index.ts'
import type { Call } from '../../functions/server/answer.ts'
import { createAnswer } from '../harness/answer.ts'
import { MalformedMessage } from '../../functions/server/codec/reader.ts'
import { databaseClaim } from '../harness/claims.ts'
import { bytesOf, request } from '../harness/requests.ts'

const broken = kinds.map(kind => ({
  ...kind,
  compose: () => {
    throw new Error('a bug')
  },
}))

describe('createAnswer', () => {
  it('turns an exception into one Fatal that changes nothing, and keeps the stack for the log', () => {
    const calls: Call[] = []
    const answer = createAnswer({ kinds: broken, report: call => calls.push(call) })
    const response = RunFunctionResponse.decode(answer(bytesOf(request())))
    expect(response.results).toHaveLength(1)
    expect(response.results[0]).toMatchObject({ severity: 1, message: expect.stringContaining('[Internal]') as string })
    expect(response.results[0]?.message).not.toContain('a bug')
    expect(response.conditions.map(({ type }) => type)).toEqual(['Configured', 'Provisioned', 'BindingReady'])
    expect(calls[0]).toMatchObject({ outcome: 'bug', kind: 'XDatabase', name: 'team-a/orders' })
    expect(String(calls[0]?.problem)).toContain('a bug')
  })

  it('leaves bytes that are no request to the transport, which has a status for them', () => {
    expect(() => createAnswer({ kinds })(Uint8Array.of(0x12, 0xff))).toThrow(MalformedMessage)
  })

  it('reports a refusal, its bytes and its time, and never an object: they hold passwords', () => {
    const calls: Call[] = []
    const answer = createAnswer({ kinds, report: call => calls.push(call) })
    const sent = bytesOf(request({}, databaseClaim({ size: 'huge' })))
    const bytes = answer(sent)
    expect(calls[0]).toMatchObject({ outcome: 'refused', requestBytes: sent.length, responseBytes: bytes.length })
    expect(calls[0]?.problem).toContain('[UnknownSize]')
    expect(Object.keys(calls[0] ?? {}).toSorted()).toEqual([
      'kind',
      'known',
      'milliseconds',
      'name',
      'outcome',
      'problem',
      'requestBytes',
      'responseBytes',
    ])
  })

  it('counts a kind that is not ours as other, or a metric’s labels would grow without bound', () => {
    const calls: Call[] = []
    createAnswer({ kinds, report: call => calls.push(call) })(
      bytesOf(request({}, { ...databaseClaim(), kind: 'Anything' })),
    )
    expect(calls[0]).toMatchObject({ kind: 'other', outcome: 'ok' })
  })
})
