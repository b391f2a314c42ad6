import { describe, expect, it } from 'vitest'
import { kinds } from '../../../functions/kinds/index.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import type { Call } from '../../../functions/server/answer.ts'
import { createAnswer } from '../../harness/answer.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { examplePlatform } from '../../harness/files.ts'
import { bytesOf, request } from '../../harness/requests.ts'

const createdAt = '2026-01-01T00:00:00Z'

/** Answers one request after another; tells of each whether its answer was known. */
const asking = (keep?: number) => {
  const calls: Call[] = []
  let now = Date.parse(createdAt)
  const answer = createAnswer({
    kinds,
    report: call => calls.push(call),
    now: () => now,
    ...(keep !== undefined && { keep }),
  })
  return (sent: Parameters<typeof request>[0] = {}, claim: JsonObject = databaseClaim(), after = 0) => {
    now += after
    answer(bytesOf(request({ requiredResources: platform, ...sent }, claim)))
    return calls.at(-1)?.known
  }
}

const platform = { platform: { items: [{ resource: examplePlatform() }] } }
const policy = (metadata: JsonObject = {}) => ({
  resources: {
    'network-policy': {
      resource: { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'one', ...metadata } },
    },
  },
})

describe('an answer is known', () => {
  it('while all is as it was, and while only what nobody looks at changes: providers write often', () => {
    const ask = asking()
    expect(ask()).toBe(false)
    expect(ask()).toBe(true)
    expect(ask({ meta: { tag: 'another', capabilities: [1, 2] } })).toBe(true)
    expect(ask({ observed: policy({ annotations: { a: '1' }, resourceVersion: '1' }) })).toBe(false)
    expect(ask({ observed: policy({ annotations: { a: '2' }, resourceVersion: '2' }) })).toBe(true)
  })

  it.each<[string, Parameters<typeof request>[0], JsonObject]>([
    ['the claim', {}, databaseClaim({ size: 'large' })],
    ['the platform', { requiredResources: { platform: { items: [] } } }, databaseClaim()],
    ['what is observed', { observed: policy() }, databaseClaim()],
    ['what can be asked for', { meta: { tag: '', capabilities: [] } }, databaseClaim()],
    ['which kinds are installed', { requiredSchemas: { 'volume-snapshots': {} } }, databaseClaim()],
    [
      'the Composition’s input',
      { input: { apiVersion: 'function.roadbed.dev/v1alpha1', kind: 'Input', behaviour: 9 } },
      databaseClaim(),
    ],
  ])('no more when %s changes', (_, changed, claim) => {
    const ask = asking()
    ask()
    expect(ask(changed, claim)).toBe(false)
    expect(ask(changed, claim)).toBe(true)
  })

  it('never of another claim, or its password would be another’s', () => {
    const ask = asking()
    expect([ask({}, databaseClaim({}, { uid: 'one' })), ask({}, databaseClaim({}, { uid: 'other' }))]).toEqual([
      false,
      false,
    ])
    expect([ask({}, databaseClaim({}, { uid: 'one' })), ask({}, databaseClaim({}, { uid: 'other' }))]).toEqual([
      true,
      true,
    ])
  })

  it('never where an earlier step desires or says something: that is sent on as it came', () => {
    const ask = asking()
    for (const sent of [{ desired: { resources: { a: { resource: { kind: 'A' } } } } }, { context: { a: 1 } }]) {
      expect([ask(sent), ask(sent)]).toEqual([false, false])
    }
  })

  it('never where a password was drawn for it, or two databases could share one', () => {
    const ask = asking()
    const onGoogle = databaseClaim({ placement: { provider: 'GCP' } })
    expect([ask({}, onGoogle), ask({}, onGoogle)]).toEqual([false, false])
  })

  it('never where none are kept', () => {
    const ask = asking(0)
    expect([ask(), ask()]).toEqual([false, false])
  })

  it('of a claim without a UID never: nothing says that it is the same claim', () => {
    const ask = asking()
    const nameless = databaseClaim({}, { uid: '' })
    expect([ask({}, nameless), ask({}, nameless)]).toEqual([false, false])
  })
})
