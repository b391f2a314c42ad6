import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { conditionsOf } from '../../simulator/core/conditions.ts'
import { environmentClaim } from '../harness/claims.ts'
import { seed, seededClaim, seedingBed } from '../harness/seeding.ts'

const first = 'registry.example.com/shop/seed:1.4'
const next: JsonObject = { ...seed, image: 'registry.example.com/shop/seed:1.5' }
const broken = { kind: 'Job', times: Infinity, message: 'no' }

const service = (image: string): JsonObject => ({
  name: 'api',
  spec: {
    image,
    databases: [{ name: 'db', ref: { name: 'orders' }, migration: { command: ['migrate'] } }],
  },
})

describe('a service that uses a database with a seed', () => {
  const shop = (images: string, databases: JsonObject[] = [{ name: 'orders', seed }]) =>
    environmentClaim({ databases, services: [service(images)] })

  it('migrates and starts after the seed is loaded, as it would on the data of the version before', async () => {
    const { plane, claim, converge } = seedingBed()
    const order: string[] = []
    plane.api.watch(({ type, object }) => {
      const kind = textAt(object, 'kind') ?? ''
      const owner = textAt(object, 'metadata', 'labels', 'platform.roadbed.dev/kind') ?? ''
      const done = conditionsOf(object).some(condition => condition['type'] === 'Complete')
      if (kind === 'Job' && (type === 'ADDED' || done)) order.push(`job of the ${owner}${done ? ' ended' : ''}`)
      if (kind === 'Deployment' && type === 'ADDED') order.push('pods')
    })
    expect((await converge(claim(shop('registry.example.com/shop/api:1')))).outcome).toBe('ready')
    expect(order.filter((step, at) => order.indexOf(step) === at)).toEqual([
      'job of the XEnvironment',
      'job of the XEnvironment ended',
      'job of the XService',
      'job of the XService ended',
      'pods',
    ])
  })

  it('is not made while the seed fails, and one that is there goes on as it was', async () => {
    const { claim, converge, all, faults } = seedingBed()
    const images = () => all('XService').map(each => objectAt(each, 'spec')['image'])
    const [one, two] = ['registry.example.com/shop/api:1', 'registry.example.com/shop/api:2']
    faults.push(broken)
    const ref = claim(shop(one))
    await converge(ref)
    expect(images()).toEqual([])
    faults.pop()
    claim(shop(one, [{ name: 'orders', seed: next }]))
    expect((await converge(ref)).outcome).toBe('ready')
    faults.push(broken)
    const stock = { name: 'stock', ref: { name: 'stock' } }
    const bound = { ...service(two), spec: { image: two, databases: [{ name: 'db', ref: { name: 'orders' } }, stock] } }
    const databases = [
      { name: 'orders', seed: next },
      { name: 'stock', seed },
    ]
    claim(environmentClaim({ databases, services: [bound] }))
    const held = await converge(ref)
    expect([held.outcome, images()]).toEqual(['unsettled', [one]])
    expect(JSON.stringify(held.composite['status'])).toContain('service-api: waiting for the seed of stock')
  })
})

describe('a clone of Production with databases: Seed', () => {
  const production = (databases: JsonObject[]) => environmentClaim({ type: 'Production', databases }, { name: 'shop' })
  const preview = (databases: string, more: JsonObject = {}) =>
    environmentClaim(
      { type: 'Preview', lifecycle: { ttl: '72h' }, cloneFrom: { environment: 'shop', databases }, ...more },
      { name: 'shop-pr-7' },
    )

  it('is loaded with what Production names for it, and Production itself never', async () => {
    const { claim, converge, condition, all, started } = seedingBed()
    expect((await converge(claim(production([{ name: 'orders', seed }])))).outcome).toBe('ready')
    expect([started, condition('shop')?.['reason']]).toEqual([[], 'NothingToLoad'])
    expect((await converge(claim(preview('Seed')))).outcome).toBe('ready')
    expect([started, condition('shop-pr-7')?.['reason']]).toEqual([[first], 'AllLoaded'])
    expect(all('Job').map(job => textAt(job, 'metadata', 'namespace'))).toEqual(['shop-pr-7'])
  })

  it('is never loaded when it becomes Production, and when it is none any more it keeps the data of that time', async () => {
    const { claim, converge, faults, started } = seedingBed()
    faults.push(broken)
    const ref = claim(seededClaim())
    await converge(ref)
    claim(seededClaim(seed, { type: 'Production' }))
    expect((await converge(ref)).outcome).toBe('ready')
    faults.pop()
    claim(seededClaim(next))
    expect((await converge(ref)).outcome).toBe('ready')
    expect(started).toEqual([first])
  })

  it('is refused for a database of which nobody says what to load, and says where to write it; one that is there stays', async () => {
    const { claim, converge, all } = seedingBed()
    await converge(claim(production([{ name: 'orders', seed }])))
    const ref = claim(preview('Seed'))
    await converge(ref)
    claim(production([{ name: 'orders' }, { name: 'stock' }]))
    const refused = await converge(ref)
    expect(refused.last.pipeline?.fatal).toContain('spec.databases[stock].seed: cloneFrom.databases is Seed')
    expect(refused.last.pipeline?.fatal).not.toContain('databases[orders]')
    const databases = () => all('XDatabase').filter(each => textAt(each, 'metadata', 'namespace') === 'shop-pr-7')
    expect(databases()).toHaveLength(1)
    claim(preview('Seed', { databases: [{ name: 'stock', seed }] }))
    expect((await converge(ref)).outcome).toBe('ready')
    expect(databases()).toHaveLength(2)
  })

  it('is refused as Production itself: nothing that is made up is loaded there', async () => {
    const { claim, converge } = seedingBed()
    await converge(claim(production([{ name: 'orders', seed }])))
    const refused = await converge(claim(preview('Seed', { type: 'Production', lifecycle: {} })))
    expect(refused.last.pipeline?.fatal).toContain('spec.cloneFrom.databases: nothing is loaded in Production')
  })

  it.each([
    ['restored by its own word', 'Empty', { restoreFrom: { database: { name: 'orders', namespace: 'shop' } } }],
    ['of another one’s backups', 'LatestBackup', {}],
  ])('is refused for a database that is %s: it would be loaded over that data', async (_what, mode, spec) => {
    const { claim, converge, all, started } = seedingBed()
    await converge(claim(production([{ name: 'orders', spec: { backup: { allowedNamespaces: ['shop-pr-7'] } } }])))
    const refused = await converge(claim(preview(mode, { databases: [{ name: 'orders', seed, spec }] })))
    expect(refused.last.pipeline?.fatal).toContain('spec.databases[orders].seed: the database is made of the backups')
    expect(all('XDatabase').filter(each => textAt(each, 'metadata', 'namespace') === 'shop-pr-7')).toEqual([])
    expect(started).toEqual([])
  })

  it('is made empty where it asks for Empty, whatever Production names', async () => {
    const { claim, converge, started } = seedingBed()
    await converge(claim(production([{ name: 'orders', seed }])))
    expect((await converge(claim(preview('Empty')))).outcome).toBe('ready')
    expect(started).toEqual([])
  })
})

describe('an environment with a seed', () => {
  it('loads nothing while it sleeps, and wakes to load it', async () => {
    const { claim, converge, condition, started } = seedingBed()
    const ref = claim(seededClaim(seed, { lifecycle: { state: 'Suspended' } }))
    await converge(ref)
    expect([started, condition()?.['message']]).toEqual([[], 'orders: the environment sleeps'])
    claim(seededClaim())
    expect((await converge(ref)).outcome).toBe('ready')
    expect(started).toEqual([first])
  })

  it('ends what is being loaded when its time is over, before the database goes', async () => {
    const { plane, claim, converge, all, faults } = seedingBed()
    faults.push(broken)
    const ref = claim(seededClaim(seed, { type: 'Preview', lifecycle: { ttl: '1h' } }))
    await converge(ref)
    expect(all('Job')).toHaveLength(1)
    plane.advance(3600)
    const gone: string[] = []
    plane.api.watch(({ type, object }) => {
      if (type === 'DELETED') gone.push(textAt(object, 'kind') ?? '')
    })
    await plane.reconcile(ref)
    expect(all('Job')).toEqual([])
    await converge(ref)
    expect(gone.indexOf('Job')).toBeLessThan(gone.indexOf('Secret'))
    expect(all('Namespace')).toEqual([])
  })
})

describe('a seed that is changed while it is being loaded', () => {
  it('is not loaded over the one before: that ends first, and counts', async () => {
    const { plane, claim, converge, untilStarted, all, started } = seedingBed()
    const ref = claim(seededClaim())
    await untilStarted(ref)
    claim(seededClaim(next))
    await plane.reconcile(ref)
    expect([all('Job').length, started]).toEqual([1, [first]])
    expect((await converge(ref)).outcome).toBe('ready')
    expect(started).toEqual([first])
  })
})
