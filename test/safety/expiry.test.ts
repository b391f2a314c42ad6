import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { databaseClaim, environmentClaim } from '../harness/claims.ts'
import { condition, hour, kindsIn, later, orders, stateOf } from '../harness/lives.ts'
import { bed } from '../harness/plane.ts'

const preview = (lifecycle: JsonObject = {}, more: JsonObject = {}) => ({
  type: 'Preview',
  lifecycle: { ttl: '48h', ...lifecycle },
  databases: [{ name: 'orders' }],
  ...more,
})

const environmentOf = async (spec: JsonObject) => {
  const made = bed({ provider: 'Kubernetes' })
  const ref = made.claim(environmentClaim(spec))
  await made.converge(ref)
  return { made, ref }
}

describe('an environment whose time is over', () => {
  it('warns a day before, and lives longer when one field is raised', async () => {
    const { made, ref } = await environmentOf(preview())
    expect(condition(made, ref, 'Expired')).toMatchObject({ status: 'False', reason: 'NotYet' })
    await later(made, ref, 37)
    expect(condition(made, ref, 'Expired')).toMatchObject({
      status: 'False',
      reason: 'ExpiresSoon',
      message: expect.stringMatching(
        /^at 2026-01-03T00:00:00Z all that is in it is deleted: raise spec\.lifecycle\.ttl/,
      ) as string,
    })
    made.claim(environmentClaim(preview({ ttl: '96h' })))
    await later(made, ref, 12)
    expect(condition(made, ref, 'Expired')).toMatchObject({ status: 'False', reason: 'NotYet' })
    expect(textAt(made.plane.api.get(ref), 'status', 'expiresAt')).toBe('2026-01-05T00:00:00Z')
  })

  it('goes with all that is in it: databases first, the Namespace last, and the XEnvironment stays and says so', async () => {
    const { made, ref } = await environmentOf(preview())
    const gone: unknown[] = []
    made.plane.api.watch(({ type, object }) => type === 'DELETED' && gone.push(object['kind']))
    // Holds the database for as long as a cloud takes.
    const database = made.plane.api.get(orders) ?? {}
    made.plane.api.update(
      { ...database, metadata: { ...objectAt(database, 'metadata'), finalizers: ['example.org/slow'] } },
      'test',
    )
    made.plane.advance(49 * hour)
    for (let pass = 0; pass < 5; pass++) {
      await made.plane.reconcile(ref)
      made.plane.finish()
    }
    expect(condition(made, ref, 'Expired')).toMatchObject({ status: 'True', reason: 'Deleting' })
    expect(kindsIn(made)).toEqual(expect.arrayContaining(['Namespace', 'XDatabase', 'Usage', 'LimitRange']))
    const held = made.plane.api.get(orders) ?? {}
    made.plane.api.update({ ...held, metadata: { ...objectAt(held, 'metadata'), finalizers: [] } }, 'test')
    expect(await later(made, ref, 0)).toMatchObject({ outcome: 'ready' })
    expect(kindsIn(made)).toEqual([])
    expect(gone.indexOf('XDatabase')).toBeLessThan(gone.indexOf('Namespace'))
    expect(condition(made, ref, 'Expired')).toMatchObject({ status: 'True', reason: 'Deleted' })
    expect(made.plane.events.filter(({ type }) => type === 'Warning')).toEqual([])
    const { namespace, databases, resources, state } = objectAt(made.plane.api.get(ref), 'status')
    expect({ namespace, databases, resources, state }).toEqual({ databases: [], resources: [], state: 'Expired' })
  })

  it('is made anew when its time is raised after all, without its data', async () => {
    const { made, ref } = await environmentOf(preview())
    const before = textAt(made.plane.api.get(orders), 'metadata', 'uid')
    await later(made, ref, 49)
    made.claim(environmentClaim(preview({ ttl: '96h' })))
    expect(await later(made, ref, 0)).toMatchObject({ outcome: 'ready' })
    expect(textAt(made.plane.api.get(orders), 'metadata', 'uid')).not.toBe(before)
  })

  it('keeps a protected database, its Namespace and what it needs, until it is protected no more', async () => {
    const held = (protection: string) =>
      preview({}, { databases: [{ name: 'orders', spec: { deletion: { protection } } }, { name: 'cache' }] })
    const { made, ref } = await environmentOf(held('Enabled'))
    await later(made, ref, 49)
    expect(made.plane.api.get(orders)).toBeDefined()
    expect(made.plane.api.get({ ...orders, name: 'cache' })).toBeUndefined()
    expect(kindsIn(made)).toEqual(expect.arrayContaining(['Namespace', 'Cluster', 'Secret']))
    expect(condition(made, ref, 'Expired')).toMatchObject({
      reason: 'Deleting',
      message: expect.stringContaining(
        'database-orders: waiting for its protection: deletion.protection is Enabled',
      ) as string,
    })
    made.claim(environmentClaim(held('Disabled')))
    const database = objectAt(made.plane.api.get(orders), 'spec')
    made.plane.claim({ ...databaseClaim({ ...database, deletion: { protection: 'Disabled' } }, { namespace: 'shop' }) })
    await later(made, ref, 0, orders)
    await later(made, ref, 0)
    expect(kindsIn(made)).toEqual([])
  })

  it('keeps a database that a developer has made and protected, and its Namespace', async () => {
    const { made, ref } = await environmentOf(preview())
    const stock = { ...orders, name: 'stock' }
    const claimed = (protection: string) =>
      made.claim(databaseClaim({ deletion: { protection } }, { name: 'stock', namespace: 'shop' }))
    await made.converge(claimed('Enabled'))
    await later(made, ref, 49)
    expect(made.plane.api.get(orders)).toBeUndefined()
    expect(made.plane.api.get(stock)).toBeDefined()
    expect(kindsIn(made)).toContain('Namespace')
    expect(condition(made, ref, 'Expired')).toMatchObject({
      reason: 'Deleting',
      message: expect.stringContaining('namespace: waiting for a protected claim: it goes first') as string,
    })
    await made.converge(claimed('Disabled'))
    await later(made, ref, 0)
    // It goes with its Namespace, when core has let it.
    await made.plane.reconcile(stock)
    made.plane.finish()
    expect(kindsIn(made)).toEqual([])
  })

  it('is saved by protecting it: from then on nothing more is deleted', async () => {
    const { made, ref } = await environmentOf(preview())
    made.plane.advance(49 * hour)
    made.claim(environmentClaim(preview({}, { deletion: { protection: 'Enabled' } })))
    expect(await made.converge(ref)).toMatchObject({ outcome: 'refused' })
    expect(made.plane.api.get(orders)).toBeDefined()
  })

  it('is cleared away though it could not be made any more', async () => {
    const { made, ref } = await environmentOf(preview())
    made.claim(environmentClaim(preview({}, { quota: { databases: 0 } })))
    await later(made, ref, 49)
    expect(kindsIn(made)).toEqual([])
  })

  it('sleeps instead, where that is what is to happen, and loses nothing', async () => {
    const { made, ref } = await environmentOf(preview({ expireAction: 'Suspend' }))
    const before = kindsIn(made).toSorted()
    await later(made, ref, 49, orders)
    expect(kindsIn(made).toSorted()).toEqual(before)
    expect(stateOf(made, orders)).toBe('Stopped')
    expect(condition(made, ref, 'Expired')).toMatchObject({ status: 'True', reason: 'Suspended' })
  })

  it('leaves a Namespace that was lent to it where it is', async () => {
    const { made, ref } = await environmentOf({})
    const namespace = made.plane.api.get({ apiVersion: 'v1', kind: 'Namespace', name: 'shop' }) ?? {}
    const { labels } = objectAt(namespace, 'metadata')
    const lent = bed({ provider: 'Kubernetes' })
    lent.plane.claim({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: labels ?? {} } })
    const own = lent.claim(environmentClaim(preview({}, { namespace: { mode: 'Existing' } })))
    await lent.converge(own)
    await later(lent, own, 49)
    expect(kindsIn(lent)).toEqual(['Namespace'])
    expect(ref).toEqual(own)
  })
})
