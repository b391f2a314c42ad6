import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { listAt, objectAt, textAt } from '../../../functions/runtime/read.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { eventually } from '../objects.ts'
import { applyPlatform, cluster, eventsOf, kubectl, now, untilCondition, untilReady } from './bed.ts'
import { ending, environments, nameOf, namespaceOf } from './environments.ts'

const { made, named } = environments()

const claimIn = (environment: JsonObject, name: string, spec: JsonObject = {}): JsonObject => ({
  ...databaseClaim({}, { name, namespace: nameOf(environment) }),
  spec: { engine: 'Postgres', ...spec },
})
const stateOf = async (object: JsonObject) => textAt(await now(object), 'status', 'effective', 'state')
const createdAt = async (object: JsonObject) =>
  Date.parse(textAt(await now(object), 'metadata', 'creationTimestamp') ?? '')

/** Has it end in one or two minutes, however long it took to get ready. @returns the moment */
const endSoon = async (environment: JsonObject): Promise<number> => {
  const created = await createdAt(environment)
  const minutes = Math.ceil((Date.now() + 70_000 - created) / 60_000)
  await cluster.patch(environment, { spec: { lifecycle: { ttl: `${minutes}m` } } })
  return created + minutes * 60_000
}

const serverOf = async (claim: JsonObject) =>
  (await cluster.list('postgresql.cnpg.io/v1', 'Cluster', textAt(claim, 'metadata', 'namespace'))).items[0]

/** All three side by side: two of them are waited for, for a minute or two. */
const sleeper = named('sleeper', {})
const short = named('short', { type: 'Preview', lifecycle: { ttl: '1h' }, databases: [{ name: 'orders' }] })
const held = named('held', { type: 'Preview', lifecycle: { ttl: '1h' } })
const slowClaim = claimIn(short, 'orders')
const protectedClaim = claimIn(held, 'orders', { deletion: { protection: 'Enabled' } })
let end = 0

beforeAll(async () => {
  await applyPlatform()
  for (const environment of made) await cluster.apply(environment)
  for (const environment of made) await untilReady(environment, 50)
  await cluster.patch(slowClaim, { metadata: { finalizers: ['example.org/slow'] } })
  await cluster.apply(protectedClaim)
  end = await endSoon(short)
  await endSoon(held)
})

afterAll(async () => {
  for (const environment of made) await cluster.remove(environment)
})

describe.concurrent('an environment that sleeps and wakes, in a real Crossplane', () => {
  it('stops a developer’s database and starts it again within seconds, and it is the same one', async () => {
    const environment = sleeper
    const claim = claimIn(environment, 'orders')
    await cluster.apply(claim)
    await untilReady(claim, 90)
    expect(objectAt(await now(claim), 'status', 'effective', 'origins')).toMatchObject({
      'placement.provider': 'environment',
      size: 'built in',
    })
    const uid = textAt(await serverOf(claim), 'metadata', 'uid')

    await cluster.patch(environment, { spec: { lifecycle: { state: 'Suspended' } } })
    await eventually(async () => expect(await stateOf(claim)).toBe('Stopped'), 30)
    await untilCondition(environment, 'Suspended', /^True Asked/, 10)
    await eventually(async () => {
      const server = await serverOf(claim)
      expect(objectAt(server, 'metadata', 'annotations')['cnpg.io/hibernation']).toBe('on')
      expect(listAt(server, 'status', 'conditions')).toContainEqual(
        expect.objectContaining({ type: 'cnpg.io/hibernation', status: 'True' }),
      )
    }, 30)
    await untilReady(claim, 30)
    await untilCondition(claim, 'BindingReady', /^True /, 5)

    await cluster.patch(environment, { spec: { lifecycle: { state: 'Active' } } })
    await eventually(async () => expect(await stateOf(claim)).toBe('Active'), 30)
    await untilReady(claim, 30)
    const server = await serverOf(claim)
    expect(textAt(server, 'metadata', 'uid')).toBe(uid)
    expect(objectAt(server, 'metadata', 'annotations')).not.toHaveProperty(['cnpg.io/hibernation'])
  })
})

describe.concurrent('a Preview that ends soon, in a real Crossplane', () => {
  const [environment, orders] = [short, slowClaim]

  it.sequential('says when it ends, and warns before', async () => {
    await eventually(async () =>
      expect(Date.parse(textAt(await now(environment), 'status', 'expiresAt') ?? '')).toBe(end),
    )
    await untilCondition(environment, 'Expired', /^False ExpiresSoon: .*raise spec\.lifecycle\.ttl/, 150)
  })

  it.sequential('is cleared away in order, and stays to say so', async () => {
    await untilCondition(environment, 'Expired', /^True Deleting: .*orders/, 90)
    await eventually(async () => expect(await ending(orders)).toBe(true), 30)
    // Long enough for another call or two.
    await new Promise(resolve => setTimeout(resolve, 3000))
    expect([await ending(namespaceOf(environment)), await ending(orders)]).toEqual([false, true])
    await cluster.patch(orders, { metadata: { finalizers: [] } })
    await untilCondition(environment, 'Expired', /^True Deleted: .*nothing of it is left/, 90)
    await eventually(async () => expect(await now(namespaceOf(environment))).toEqual({}), 60)
    expect(await now(orders)).toEqual({})
    const { state, namespace } = objectAt(await now(environment), 'status')
    expect([state, namespace]).toEqual(['Expired', undefined])
    expect(await eventsOf(environment)).not.toContainEqual(expect.stringMatching(/denied|forbidden|cannot/))
  })
})

describe.concurrent('a Preview in which a developer has protected a database, in a real Crossplane', () => {
  it('can neither be deleted nor expire with it, and goes once it is protected no more', async () => {
    const [environment, claim] = [held, protectedClaim]
    // From then on the API server asks Crossplane's webhook.
    const inUse = async () => textAt(await now(environment), 'metadata', 'labels', 'crossplane.io/in-use')
    await eventually(async () => expect(await inUse()).toBe('true'), 60)
    const refused = await kubectl('delete', 'xenvironment', nameOf(environment)).catch((problem: unknown) =>
      String(problem),
    )
    expect(refused).toMatch(/in-use .*environment-protection.*by resource XDatabase\/orders/)
    await untilCondition(environment, 'Expired', /^True Deleting: .*namespace: waiting for a protected claim/, 150)
    expect([await ending(claim), await ending(namespaceOf(environment))]).toEqual([false, false])
    await cluster.patch(claim, { spec: { deletion: { protection: 'Disabled' } } })
    await eventually(async () => expect(await now(namespaceOf(environment))).toEqual({}), 120)
    await untilCondition(environment, 'Expired', /^True Deleted/, 60)
  })
})
