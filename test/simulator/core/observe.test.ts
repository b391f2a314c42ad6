import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { isControlledBy, observeComposed, resourceRefs } from '../../../simulator/core/observe.ts'
import { namespace, secret, secretRef } from '../fixtures.ts'
import { scripted } from '../scripted.ts'

const composed = { a: secret({}, 'one'), b: secret({}, 'two') }

const subnetGroup: JsonObject = {
  apiVersion: 'rds.aws.m.upbound.io/v1beta1',
  kind: 'SubnetGroup',
  metadata: { name: 'group' },
  spec: { forProvider: { region: 'eu-central-1' }, writeConnectionSecretToRef: { name: 'connection' } },
}

describe('what core observes', () => {
  it('is nothing of a composite that refers to nothing, or refers to nonsense', () => {
    const { plane } = scripted()
    expect([...observeComposed(plane.api, {})]).toEqual([])
    expect(resourceRefs({ spec: { crossplane: { resourceRefs: ['text', null] } } })).toEqual([])
  })

  it('are the resources that it refers to, by their keys, or the function composes everything anew', async () => {
    const { pass, requests, composite } = scripted()
    await pass({ resources: composed })
    await pass({ resources: composed })
    expect(resourceRefs(composite())).toEqual([secretRef('one'), secretRef('two')])
    const resources = requests.at(-1)?.observed?.resources ?? {}
    const names = Object.entries(resources).map(([key, { resource }]) => [
      key,
      textAt(resource as JsonObject, 'metadata', 'name'),
    ])
    expect(Object.fromEntries(names)).toEqual({ a: 'one', b: 'two' })
  })

  it('leaves out what somebody has deleted, or it is never made again', async () => {
    const { pass, requests, plane } = scripted()
    await pass({ resources: composed })
    plane.api.delete(secretRef('one'))
    await pass({ resources: composed })
    expect(Object.keys(requests.at(-1)?.observed?.resources ?? {})).toEqual(['b'])
    expect(plane.api.get(secretRef('one'))).toBeDefined()
  })

  it('leaves out what somebody else controls by now, or core deletes what is not its own', async () => {
    const { pass, plane, requests } = scripted()
    await pass({ resources: composed })
    const one = plane.api.get(secretRef('one')) ?? {}
    const owner = { apiVersion: 'v1', kind: 'Pod', name: 'p', uid: 'other', controller: true }
    plane.api.load({ ...one, metadata: { ...(one['metadata'] as JsonObject), ownerReferences: [owner] } })
    const { deleted } = await pass({ resources: { b: composed.b } })
    expect(Object.keys(requests.at(-1)?.observed?.resources ?? {})).toEqual(['b'])
    expect(deleted).toEqual([])
    expect(plane.api.get(secretRef('one'))).toBeDefined()
  })

  it('asks for the controller and not for any owner, or a co-owned object is deleted', () => {
    const object = (owner: JsonObject): JsonObject => ({ metadata: { ownerReferences: [owner] } })
    expect(isControlledBy(object({ uid: 'me', controller: true }), 'me')).toBe(true)
    expect(isControlledBy(object({ uid: 'me' }), 'me')).toBe(false)
    expect(isControlledBy(object({ uid: 'you', controller: true }), 'me')).toBe(false)
    expect(isControlledBy({}, '')).toBe(false)
  })
})

describe('connection details', () => {
  it('come from the Secret that the composed object names, or the function never sees a password', async () => {
    const { pass, plane, requests } = scripted()
    const details = () => requests.at(-1)?.observed?.resources['db']?.connectionDetails
    await pass({ resources: { db: subnetGroup } })
    await pass({ resources: { db: subnetGroup } })
    expect(details()).toEqual({})
    const data = { username: 'YXBw', password: 'czNjcjN0' }
    plane.api.load({ ...secret(data), metadata: { name: 'connection', namespace: 'elsewhere' } })
    await pass({ resources: { db: subnetGroup } })
    expect(details()).toEqual({})
    plane.api.load({ ...secret(data), metadata: { name: 'connection', namespace } })
    await pass({ resources: { db: subnetGroup } })
    expect(details()).toEqual({ username: Buffer.from('app'), password: Buffer.from('s3cr3t') })
  })

  it('are none of a composed Secret: its own data is not its connection', async () => {
    const { pass, requests } = scripted()
    await pass({ resources: { s: secret({ a: 'YQ==' }) } })
    await pass({ resources: { s: secret({ a: 'YQ==' }) } })
    expect(requests.at(-1)?.observed?.resources['s']?.connectionDetails).toEqual({})
    expect(requests.at(-1)?.observed?.resources['s']?.resource).toMatchObject({ data: { a: 'YQ==' } })
  })
})
