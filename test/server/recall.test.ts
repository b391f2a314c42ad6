import { RunFunctionRequest } from '@crossplane-org/function-sdk-typescript'
import { describe, expect, it } from 'vitest'
import { apiVersion } from '../../apis/group.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { wholeOf } from '../../functions/runtime/unread.ts'
import { kinds } from '../../functions/kinds/index.ts'
import { createAnswer } from '../harness/answer.ts'
import { decodeRequest } from '../../functions/server/codec/request.ts'
import { createRecall } from '../../functions/server/recall.ts'
import { examplePlatform } from '../harness/files.ts'
import { bytesOf, request } from '../harness/requests.ts'

const settings = (version: string | undefined, spec: JsonObject, uid = 'a', api = apiVersion): JsonObject => ({
  apiVersion: api,
  kind: 'XPlatform',
  metadata: { name: 'default', uid, ...(version !== undefined && { resourceVersion: version }) },
  spec,
})

const received = (recall = createRecall()) => {
  return (resource: JsonObject) => {
    const message = RunFunctionRequest.fromPartial({ requiredResources: { platform: { items: [{ resource }] } } })
    const found = recall(decodeRequest(bytesOf(message))).requiredResources.get('platform')?.[0]?.resource
    if (!found) throw new Error('it did not arrive')
    return found
  }
}

describe('settings that come with every call', () => {
  it('are decoded once per version, and a new version is never mistaken for the old one', () => {
    const receive = received()
    const first = receive(settings('1', { a: 1 }))
    expect(receive(settings('1', { a: 1 }))).toBe(first)
    expect(wholeOf(receive(settings('2', { a: 2 })))).toMatchObject({ spec: { a: 2 } })
    expect(wholeOf(receive(settings('1', { a: 3 }, 'another')))).toMatchObject({ spec: { a: 3 } })
  })

  it('are read as they come where no version tells them apart', () => {
    const receive = received()
    receive(settings(undefined, { a: 1 }))
    expect(wholeOf(receive(settings(undefined, { a: 2 })))).toMatchObject({ spec: { a: 2 } })
  })

  it('are all that is kept: a Secret leaves the memory with its call', () => {
    const receive = received()
    const secret = settings('1', {}, 'a', 'v1')
    expect(receive(secret)).not.toBe(receive(secret))
  })

  it('are forgotten when there are too many, the one longest unused first', () => {
    const receive = received()
    const [oldest, second] = [receive(settings('0', {})), receive(settings('1', {}))]
    for (let version = 2; version < 256; version++) receive(settings(String(version), {}))
    expect(receive(settings('0', {}))).toBe(oldest)
    receive(settings('256', {}))
    expect(receive(settings('0', {}))).toBe(oldest)
    expect(receive(settings('1', {}))).not.toBe(second)
  })
})

describe('an answer', () => {
  it('is the same with settings that are known and ones that are new, or a cache would change a database', () => {
    const platform = { ...examplePlatform(), metadata: { name: 'default', uid: 'a', resourceVersion: '1' } }
    const bytes = bytesOf(request({ requiredResources: { platform: { items: [{ resource: platform }] } } }))
    const [known, other] = [createAnswer({ kinds, now: () => 0 }), createAnswer({ kinds, now: () => 0 })]
    known(bytes)
    expect(known(bytes)).toEqual(other(bytes))
  })

  it('follows a change of the settings at once', () => {
    const answer = createAnswer({ kinds, now: () => 0 })
    const sent = (resource: JsonObject) =>
      bytesOf(request({ requiredResources: { platform: { items: [{ resource }] } } }))
    const said = (resource: JsonObject) => answer(sent(resource)).toString('latin1')
    expect(said(settings('1', {}))).not.toContain('InvalidPlatform')
    expect(said(settings('2', { defaultPlacement: 'none' }))).toContain('InvalidPlatform')
    expect(said(settings('3', {}))).not.toContain('InvalidPlatform')
  })
})
