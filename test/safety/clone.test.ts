import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { environmentClaim } from '../harness/claims.ts'
import { bed } from '../harness/plane.ts'

const production = (databases: JsonObject[]): JsonObject =>
  environmentClaim({ type: 'Production', team: 'checkout', databases }, { name: 'shop' })
const preview = environmentClaim(
  { type: 'Preview', lifecycle: { ttl: '72h' }, cloneFrom: { environment: 'shop' } },
  { name: 'shop-pr-1' },
)
const orders = { name: 'orders', spec: { version: '16', deletion: { protection: 'Enabled' } } }

const cloneOf = async (databases: JsonObject[] = [orders]) => {
  const made = bed({ provider: 'Kubernetes' })
  await made.converge(made.claim(production(databases)))
  const ref = made.claim(preview)
  const { outcome } = await made.converge(ref)
  return { ...made, ref, outcome }
}

describe('a clone of Production', () => {
  it('has its databases, empty and disposable, and not one of its Secrets', async () => {
    const { plane, outcome } = await cloneOf()
    expect(outcome).toBe('ready')
    const of = (kind: string, namespace: string) =>
      plane.api.list().filter(each => each['kind'] === kind && textAt(each, 'metadata', 'namespace') === namespace)
    const [copy] = of('XDatabase', 'shop-pr-1')
    expect(objectAt(copy, 'status', 'effective')).toMatchObject({
      version: '16',
      environment: 'Preview',
      deletion: { policy: 'Delete', protection: 'Disabled' },
    })
    const passwords = (namespace: string) =>
      of('Secret', namespace).flatMap(secret => textAt(secret, 'data', 'password') ?? [])
    expect(passwords('shop-pr-1').length).toBeGreaterThan(0)
    expect(passwords('shop-pr-1').filter(each => passwords('shop').includes(each))).toEqual([])
  })

  it('follows it, and loses nothing when that loses a database', async () => {
    const { plane, claim, converge, ref } = await cloneOf()
    claim(production([orders, { name: 'stock' }]))
    await converge(ref)
    const names = () =>
      plane.api
        .list()
        .filter(each => each['kind'] === 'XDatabase' && textAt(each, 'metadata', 'namespace') === 'shop-pr-1')
        .map(each => textAt(each, 'metadata', 'name'))
    expect(names().toSorted()).toEqual(['orders', 'stock'])
    claim(production([orders]))
    expect(await converge(ref)).toMatchObject({ outcome: 'refused' })
    expect(names().toSorted()).toEqual(['orders', 'stock'])
  })

  it('stays as it is when Production is gone, and says so', async () => {
    const { plane, converge, ref } = await cloneOf()
    const before = plane.api.list().filter(each => textAt(each, 'metadata', 'namespace') === 'shop-pr-1').length
    // Whoever has seen to it that it may.
    plane.api.delete({ apiVersion: 'platform.roadbed.dev/v1alpha1', kind: 'XEnvironment', name: 'shop' })
    await plane.reconcile({ apiVersion: 'platform.roadbed.dev/v1alpha1', kind: 'XEnvironment', name: 'shop' })
    const { outcome, last } = await converge(ref)
    expect([outcome, last.pipeline?.fatal]).toEqual(['refused', expect.stringContaining('[UnknownEnvironment]')])
    expect(plane.api.list().filter(each => textAt(each, 'metadata', 'namespace') === 'shop-pr-1')).toHaveLength(before)
  })
})

const withData = (databases?: string, spec: JsonObject = {}): JsonObject =>
  environmentClaim(
    {
      type: 'Preview',
      lifecycle: { ttl: '72h' },
      cloneFrom: { environment: 'shop', ...(databases !== undefined && { databases }) },
      ...spec,
    },
    { name: 'shop-pr-1' },
  )
const backup = { allowedNamespaces: ['shop-pr-1'] }
const api = (own: JsonObject) => ({
  name: 'api',
  spec: { image: 'registry.example.com/shop/api:1.0.0', databases: [{ name: 'own', spec: own }] },
})
const shopWith = (own: JsonObject): JsonObject =>
  environmentClaim(
    { type: 'Production', databases: [{ name: 'orders', spec: own }], services: [api(own)] },
    { name: 'shop' },
  )

/** Production with its data, and a clone of it; both brought to rest. */
const dataClone = async (own: JsonObject, claim: JsonObject) => {
  const made = bed({ provider: 'Kubernetes' })
  const shop = made.claim(shopWith(own))
  await made.converge(shop)
  const ref = made.claim(claim)
  const settle = async () => {
    const { outcome, last } = await made.converge(ref)
    return { outcome, fatal: last.pipeline?.fatal ?? '' }
  }
  const restoredFrom = (): Readonly<Record<string, string | undefined>> =>
    Object.fromEntries(
      made.plane.api
        .list()
        .filter(each => each['kind'] === 'XDatabase' && textAt(each, 'metadata', 'namespace') === 'shop-pr-1')
        .map(each => [
          textAt(each, 'metadata', 'name') ?? '',
          textAt(each, 'status', 'restoredFrom', 'database', 'name') ??
            textAt(each, 'spec', 'restoreFrom', 'database', 'name'),
        ]),
    )
  return { ...made, ref, settle, restoredFrom, first: await settle() }
}

describe('a clone with the data of Production', () => {
  it('has each database made of its latest backup, those of its services too, and its own empty', async () => {
    const { first, restoredFrom, plane } = await dataClone(
      { backup },
      withData('LatestBackup', { databases: [{ name: 'mine' }] }),
    )
    expect(first).toEqual({ outcome: 'ready', fatal: '' })
    expect(restoredFrom()).toEqual({ orders: 'orders', 'api-own': 'api-own', mine: undefined })
    const clusters = plane.api
      .list()
      .filter(each => each['kind'] === 'Cluster' && textAt(each, 'metadata', 'namespace') === 'shop-pr-1')
    expect(clusters.map(each => textAt(each, 'spec', 'bootstrap', 'recovery', 'source')).toSorted()).toEqual([
      'shop',
      'shop',
      undefined,
    ])
  })

  it('is refused without its word, composes nothing, and is told what to write where', async () => {
    const { first, plane } = await dataClone({}, withData('LatestBackup'))
    expect(first.outcome).toBe('refused')
    expect(first.fatal).toContain(
      'XEnvironment/shop spec.databases[orders].spec.backup.allowedNamespaces: it does not name "shop-pr-1"',
    )
    expect(plane.api.list().filter(each => textAt(each, 'metadata', 'namespace') === 'shop-pr-1')).toEqual([])
  })

  it.each([
    ['Empty', 'LatestBackup'],
    ['LatestBackup', 'Empty'],
    ['LatestBackup', undefined],
  ])('that was %s and becomes %s keeps every database as it began', async (before, after) => {
    const { claim, settle, restoredFrom, plane } = await dataClone({ backup }, withData(before))
    const clusters = () =>
      plane.api
        .list()
        .filter(each => each['kind'] === 'Cluster')
        .map(each => JSON.stringify(each['spec']))
    const [begun, made] = [restoredFrom(), clusters()]
    claim(withData(after))
    expect(await settle()).toEqual({ outcome: 'ready', fatal: '' })
    expect([restoredFrom(), clusters()]).toEqual([begun, made])
  })

  it('keeps its databases when the word is taken back, and gets the next one only with a word', async () => {
    const { claim, settle, restoredFrom } = await dataClone({ backup }, withData('LatestBackup'))
    claim(shopWith({}))
    expect(await settle()).toEqual({ outcome: 'ready', fatal: '' })
    expect(restoredFrom()).toEqual({ orders: 'orders', 'api-own': 'api-own' })
  })
})
