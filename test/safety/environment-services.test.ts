import { describe, expect, it } from 'vitest'
import { apiVersion } from '../../apis/group.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { environmentClaim, serviceClaim } from '../harness/claims.ts'
import { condition, kindsIn, later } from '../harness/lives.ts'
import { bed } from '../harness/plane.ts'

const api = { apiVersion, kind: 'XService', name: 'api', namespace: 'shop' }
const itsDatabase = { apiVersion, kind: 'XDatabase', name: 'api-own', namespace: 'shop' }
const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api', namespace: 'shop' }

const shop = (more: JsonObject = {}, own: JsonObject = {}): JsonObject => ({
  type: 'Preview',
  lifecycle: { ttl: '48h' },
  databases: [{ name: 'orders' }],
  services: [
    {
      name: 'api',
      spec: {
        image: 'registry.example.com/shop/api:1.0.0',
        databases: [
          { name: 'orders', ref: { name: 'orders' } },
          { name: 'own', spec: own },
        ],
      },
    },
  ],
  ...more,
})

const shopOf = async (spec: JsonObject) => {
  const made = bed({ provider: 'Kubernetes' })
  const ref = made.claim(environmentClaim(spec))
  const end = await made.converge(ref)
  return { made, ref, end }
}

describe('an environment with its services in one file', () => {
  it('comes up whole, with a service that is bound to a database of the environment and to one of its own', async () => {
    const { made, ref, end } = await shopOf(shop())
    expect(end).toMatchObject({ outcome: 'ready' })
    expect(made.plane.api.get(ref)?.['status']).toMatchObject({
      databases: [{ name: 'orders', ready: 'True' }],
      services: [{ name: 'api', ready: 'True', image: 'registry.example.com/shop/api:1.0.0' }],
    })
    expect(made.plane.api.get(itsDatabase)).toBeDefined()
    expect(made.plane.api.get(deployment)).toBeDefined()
    expect(made.plane.events.filter(({ type }) => type === 'Warning')).toEqual([])
  })

  it('sleeps with them, or pods run in a namespace that nobody uses', async () => {
    const { made, ref } = await shopOf(shop())
    made.claim(environmentClaim(shop({ lifecycle: { ttl: '48h', state: 'Suspended' } })))
    await later(made, ref, 0)
    await later(made, ref, 0, api)
    expect(made.plane.api.get(deployment)?.['spec']).toMatchObject({ replicas: 0 })
  })

  it('goes with them, and its Namespace last', async () => {
    const { made, ref } = await shopOf(shop())
    expect(
      made.plane.api
        .list()
        .filter(({ kind }) => kind === 'Usage')
        .map(usage => textAt(usage, 'spec', 'by', 'resourceRef', 'name')),
    ).toEqual(expect.arrayContaining(['orders', 'api', 'api-own']))
    await later(made, ref, 49)
    expect(made.plane.api.get(api)).toBeUndefined()
    // It goes by itself now that its service is gone, and the Namespace has waited.
    expect(kindsIn(made)).toContain('Namespace')
    await later(made, ref, 0, itsDatabase)
    expect(kindsIn(made)).toEqual([])
    expect(textAt(made.plane.api.get(ref), 'status', 'state')).toBe('Expired')
  })

  it('keeps a service whose database is protected, or the database would go with it', async () => {
    const { made, ref } = await shopOf(shop({}, { deletion: { protection: 'Enabled' } }))
    await later(made, ref, 49)
    expect(made.plane.api.get(api)).toBeDefined()
    expect(made.plane.api.get(itsDatabase)).toBeDefined()
    expect(condition(made, ref, 'Expired')).toMatchObject({ reason: 'Deleting' })
  })

  it('is kept by a service that a developer protects, or deleting it would stop half-way', async () => {
    const { made, ref } = await shopOf(shop({ services: [] }))
    const theirs = serviceClaim({ deletion: { protection: 'Enabled' } }, { name: 'own', namespace: 'shop' })
    await made.converge(made.claim(theirs))
    // By this mark core refuses to delete it.
    expect(textAt(made.plane.api.get(ref), 'metadata', 'labels', 'crossplane.io/in-use')).toBe('true')
    await later(made, ref, 49)
    expect(condition(made, ref, 'Expired')).toMatchObject({
      message: expect.stringContaining('namespace: waiting for a protected claim') as string,
    })
    expect(made.plane.api.get({ ...api, name: 'own' })).toBeDefined()
  })

  it('never takes over a service that a developer has made', async () => {
    const { made, ref } = await shopOf(shop({ services: [] }))
    const theirs = { apiVersion, kind: 'XService', metadata: { name: 'api', namespace: 'shop' }, spec: {} }
    await made.converge(made.claim(theirs))
    const before = made.plane.api.get(api)
    made.claim(environmentClaim(shop()))
    expect(await made.converge(ref)).toMatchObject({ outcome: 'refused' })
    expect(made.plane.api.get(api)).toEqual(before)
  })
})
