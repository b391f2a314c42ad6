import { RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import {
  ConditionStatus,
  Ready,
  Severity,
  type Requirement,
  type RunFunctionResponse as Response,
} from '../../../functions/runtime/protocol.ts'
import { encodeUntagged, tagged } from '../../../functions/server/codec/response.ts'
import { jsonObjects } from '../../harness/json.ts'

const response = (changes: Partial<Response> = {}): Response => ({
  tag: '',
  ttlSeconds: 30,
  desired: { composite: undefined, resources: new Map() },
  results: [],
  context: undefined,
  requirements: new Map(),
  conditions: [],
  ...changes,
})

const encodeResponse = (encoded: Response): Buffer => Buffer.concat(tagged(encoded.tag, encodeUntagged(encoded)))

const withResource = (resource: JsonObject) =>
  response({
    desired: {
      composite: undefined,
      resources: new Map([['key', { resource, connectionDetails: new Map(), ready: Ready.true }]]),
    },
  })

const roundTrip = (resource: JsonObject) =>
  RunFunctionResponse.decode(encodeResponse(withResource(resource))).desired?.resources['key']?.resource

describe('encodeResponse', () => {
  it('writes any JSON so that the official codec reads the same, duplicated array elements included', () => {
    fc.assert(
      fc.property(jsonObjects(), object => {
        expect(roundTrip(object)).toEqual(object)
      }),
    )
    expect(roundTrip({ ports: [80, 80], args: ['--set', 'a=1', '--set', 'b=2'] })).toEqual({
      ports: [80, 80],
      args: ['--set', 'a=1', '--set', 'b=2'],
    })
  })

  it('gives equal bytes for equal objects, whatever order their fields and keys come in', () => {
    fc.assert(
      fc.property(jsonObjects(), object => {
        const turned = Object.fromEntries(Object.entries(object).toReversed())
        expect(encodeResponse(withResource(turned))).toEqual(encodeResponse(withResource(object)))
      }),
    )
  })

  it('writes messages of every size right: lengths of one, two, three and four bytes', () => {
    for (const length of [0, 1, 125, 126, 127, 128, 16_381, 16_384, 2_097_152]) {
      const text = 'x'.repeat(length)
      expect(roundTrip({ a: { text }, b: 1 })).toEqual({ a: { text }, b: 1 })
    }
  })

  it('writes every part of a response', () => {
    const sent = response({
      tag: 'a-tag',
      desired: {
        composite: { resource: { status: { a: 1 } }, connectionDetails: new Map(), ready: Ready.false },
        resources: new Map([
          [
            'secret',
            { resource: { kind: 'Secret' }, connectionDetails: new Map([['k', Buffer.from('v')]]), ready: Ready.true },
          ],
        ]),
      },
      results: [{ severity: Severity.fatal, message: 'no', reason: 'Because' }],
      context: { key: 'value' },
      requirements: new Map<string, Requirement>([
        ['one', { apiVersion: 'v1', kind: 'Secret', matchName: 'name', namespace: 'space' }],
        ['two', { apiVersion: 'example.org/v1', kind: 'Optional' }],
        ['all', { apiVersion: 'v1', kind: 'Secret', matchLabels: new Map(Object.entries({ b: '2', a: '1' })) }],
      ]),
      conditions: [{ type: 'Configured', status: ConditionStatus.false, reason: 'Because', message: 'no' }],
    })
    const read = RunFunctionResponse.decode(encodeResponse(sent))
    expect(read.meta).toEqual({ tag: 'a-tag', ttl: { seconds: 30, nanos: 0 } })
    expect(read.desired?.composite).toMatchObject({ resource: { status: { a: 1 } }, ready: 2 })
    expect(read.desired?.resources['secret']?.connectionDetails['k']?.toString()).toBe('v')
    expect(read.results).toEqual([{ severity: 1, message: 'no', reason: 'Because', target: undefined }])
    expect(read.context).toEqual({ key: 'value' })
    expect(read.requirements?.resources['one']).toMatchObject({ matchName: 'name', namespace: 'space' })
    expect(read.requirements?.resources['all']).toMatchObject({ matchLabels: { labels: { a: '1', b: '2' } } })
    expect(read.requirements?.resources['all']?.namespace).toBeUndefined()
    expect(read.requirements?.schemas).toEqual({ two: { apiVersion: 'example.org/v1', kind: 'Optional' } })
    expect(read.conditions[0]).toMatchObject({ type: 'Configured', status: 3, reason: 'Because', message: 'no' })
  })

  it('writes a lone surrogate as the replacement character: half a character is no text', () => {
    expect(roundTrip({ text: 'a\ud800b' })).toEqual({ text: 'a\ufffdb' })
  })
})
