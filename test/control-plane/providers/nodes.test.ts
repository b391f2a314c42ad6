import { expect, it } from 'vitest'
import { nodes } from '../../../control-plane/providers/nodes.ts'
import { cachedApi } from '../../../control-plane/providers/cached-api.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'

const pod = (owner: string, more: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a', namespace: 'team-a', ownerReferences: [{ kind: owner }] },
  spec: { containers: [], ...more },
  status: { phase: 'Pending' },
})

/** What becomes of a pod: what is written into its status, or nothing yet. */
const becomes = (object: JsonObject, faults: readonly { kind: string; times: number; message: string }[] = []) => {
  const api = cachedApi()
  api.seen(object)
  const work = nodes({ api, faults, slowness: 1 }).next(object)
  work?.run()
  return work && api.taken().map(({ body, subresource }) => ({ ...body, subresource }))
}

it('runs a Deployment’s pod, so that its service gets ready', () => {
  expect(becomes(pod('ReplicaSet'))).toMatchObject([
    { subresource: 'status', status: { phase: 'Running', conditions: expect.arrayContaining([]) as unknown } },
  ])
})

it('ends a job’s pod, well or as it was ordered', () => {
  expect(becomes(pod('Job'))).toMatchObject([{ status: { phase: 'Succeeded' } }])
  const fault = { kind: 'Job', times: 1, message: 'no such table' }
  expect(becomes(pod('Job'), [fault])).toMatchObject([{ status: { phase: 'Failed', message: 'no such table' } }])
})

it('lets a pod wait for what it names, or a service would be ready without its Secret', () => {
  expect(becomes(pod('ReplicaSet', { volumes: [{ name: 'a', secret: { secretName: 'missing' } }] }))).toBeUndefined()
})

it('leaves alone what runs, and what is no pod', () => {
  expect(becomes({ ...pod('ReplicaSet'), status: { phase: 'Running' } })).toBeUndefined()
  expect(becomes({ ...pod('ReplicaSet'), kind: 'Secret' })).toBeUndefined()
})
