import { describe, expect, it } from 'vitest'
import type { EnvironmentSpec } from '../../../apis/environment/schema.ts'
import { cloned } from '../../../functions/kinds/environment/clone.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { observed } from '../../runtime/fixtures.ts'
import { outline } from '../fixtures.ts'
import { active, composed, composeEnvironment } from './fixtures.ts'

const source: JsonObject = {
  type: 'Production',
  namespace: { mode: 'Create', labels: { 'example.org/a': 'b' } },
  team: 'checkout',
  displayName: 'The shop',
  quota: { cpu: '100' },
  limits: { max: { cpu: '2' } },
  networking: { isolation: 'Strict', domain: 'shop.example.com', allowedDomains: ['shop.example.org'] },
  defaults: { size: 'medium' },
  deletion: { protection: 'Enabled' },
  lifecycle: { state: 'Suspended' },
  access: [
    { name: 'team', subject: { kind: 'Group', name: 'checkout' }, role: 'Developer' },
    { name: 'ops', subject: { kind: 'Group', name: 'ops' }, role: 'Admin' },
  ],
  databases: [
    {
      name: 'orders',
      spec: {
        version: '16',
        size: 'large',
        backup: { policy: 'hourly' },
        restoreFrom: { database: { name: 'old', namespace: 'elsewhere' } },
        deletion: { protection: 'Enabled', policy: 'Snapshot' },
      },
    },
    { name: 'stock' },
  ],
  services: [
    {
      name: 'web',
      spec: {
        image: 'registry.example.com/shop/web:1',
        networking: { ingress: [{ name: 'shop', domain: 'www.shop.example.com', path: '/shop' }] },
      },
    },
    {
      name: 'api',
      spec: { databases: [{ name: 'own', spec: { size: 'large', deletion: { protection: 'Enabled' } } }] },
    },
  ],
}

const backup = { allowedNamespaces: ['orders'] }

/** The same, whose databases let the environment of these tests have their data. */
const open: JsonObject = {
  ...source,
  databases: [
    { name: 'orders', spec: { version: '16', size: 'large', backup } },
    { name: 'stock', spec: { backup } },
  ],
  services: [{ name: 'api', spec: { databases: [{ name: 'own', spec: { size: 'large', backup } }] } }],
}

const own = (change: Partial<EnvironmentSpec> = {}): EnvironmentSpec => ({
  type: 'Test',
  namespace: { mode: 'Create' },
  cloneFrom: { environment: 'source' },
  ...change,
})

const there = (spec: JsonObject = source) => observed({ required: { source: [{ spec }] } })

const merged = (change: Partial<EnvironmentSpec> = {}) => {
  const outcome = cloned(own(change), there())
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}

const refusalOf = (change: Partial<EnvironmentSpec>, seen = there()) => {
  const outcome = cloned(own(change), seen)
  return outcome.ok ? '' : `${outcome.refusals[0]?.code} ${outcome.refusals[0]?.message}`
}

describe('an environment that is made after another', () => {
  it('takes over what that is, and not how that is kept: a Preview of Production is no Production', () => {
    expect(merged()).toEqual({
      taken: ['team', 'defaults', 'limits', 'networking.isolation'],
      unseeded: [],
      awaited: false,
      spec: {
        ...own(),
        team: 'checkout',
        defaults: { size: 'medium' },
        networking: { isolation: 'Strict' },
        limits: { max: { cpu: '2' } },
        access: source['access'],
        databases: [
          { name: 'orders', spec: { version: '16', size: 'large' } },
          { name: 'stock', spec: {} },
        ],
        services: [
          {
            name: 'web',
            spec: {
              image: 'registry.example.com/shop/web:1',
              networking: { ingress: [{ name: 'shop', path: '/shop' }] },
            },
          },
          { name: 'api', spec: { databases: [{ name: 'own', spec: { size: 'large' } }] } },
        ],
      },
    })
  })

  it('has its own word first, field by field, and by name in lists', () => {
    const { spec, taken } = merged({
      networking: { isolation: 'Open' },
      access: [{ name: 'team', subject: { kind: 'Group', name: 'checkout' }, role: 'Admin' }],
      databases: [{ name: 'orders', spec: { size: 'small' } }, { name: 'extra' }],
      services: [{ name: 'web', spec: { image: 'registry.example.com/shop/web:2' } }],
    })
    expect(spec.services?.[0]?.spec).toMatchObject({ image: 'registry.example.com/shop/web:2' })
    expect(taken).not.toContain('networking.isolation')
    expect(spec.networking).toEqual({ isolation: 'Open' })
    expect(spec.access?.map(({ name, role }) => `${name} ${role}`)).toEqual(['team Admin', 'ops Admin'])
    expect(spec.databases).toEqual([
      { name: 'orders', spec: { version: '16', size: 'small' } },
      { name: 'extra' },
      { name: 'stock', spec: {} },
    ])
  })

  it('has domains of its own and no other of its network, or two environments claim the same ones', () => {
    const { spec, taken } = merged({ networking: { domain: 'pr-42.example.com' } })
    expect(spec.networking).toEqual({ isolation: 'Strict', domain: 'pr-42.example.com' })
    expect(taken).toContain('networking.isolation')
  })

  it('has none of its databases where it wants none, and its own all the same', () => {
    const cloneFrom = { environment: 'source', databases: 'None' } as const
    expect(merged({ cloneFrom }).spec.databases).toEqual([])
    expect(merged({ cloneFrom, databases: [{ name: 'own' }] }).spec.databases).toEqual([{ name: 'own' }])
  })

  it('has the seeds of its databases only where it asks for Seed, and its own all the same, as a whole', () => {
    const [theirs, mine] = [{ image: 'seed:1', command: ['/a'] }, { image: 'seed:2' }]
    const seeded = there({ ...source, databases: [{ name: 'orders', seed: theirs }, { name: 'stock' }] })
    const clone = (databases: 'Empty' | 'Seed', ours: EnvironmentSpec['databases'] = []) => {
      const outcome = cloned(own({ cloneFrom: { environment: 'source', databases }, databases: ours }), seeded)
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
      const { spec, unseeded } = outcome.value
      return [spec.databases?.map(({ name, seed }) => ({ name, seed })), unseeded]
    }
    expect(clone('Empty')).toEqual([[{ name: 'orders' }, { name: 'stock' }], []])
    expect(clone('Seed')).toEqual([[{ name: 'orders', seed: theirs }, { name: 'stock' }], ['stock']])
    const ours = [{ name: 'stock', seed: mine }, { name: 'orders', seed: mine }, { name: 'extra' }]
    expect(clone('Seed', ours)).toEqual([[...ours], []])
    expect(clone('Empty', ours)).toEqual([[...ours], []])
  })

  it('has each of its databases made of the other’s backups where it says so, a service’s own too, and what is its own empty', () => {
    const cloneFrom = { environment: 'source', databases: 'LatestBackup' } as const
    const outcome = cloned(own({ cloneFrom, databases: [{ name: 'extra' }] }), there(open))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
    const { databases, services } = outcome.value.spec
    const of = (name: string) => ({ restoreFrom: { database: { name, namespace: 'source' } } })
    expect(databases).toEqual([
      { name: 'extra' },
      { name: 'orders', spec: { version: '16', size: 'large', ...of('orders') } },
      { name: 'stock', spec: of('stock') },
    ])
    expect(services?.find(({ name }) => name === 'api')?.spec?.databases).toEqual([
      { name: 'own', spec: { size: 'large', ...of('api-own') } },
    ])
    expect(JSON.stringify(merged())).not.toContain('restoreFrom')
  })

  it('is refused where the other is not there, is itself, or is a clone: nobody could tell what it would come to', () => {
    expect(refusalOf({}, observed({ required: { source: [] } }))).toMatch(
      /^UnknownEnvironment there is no XEnvironment "source"\. What is here stays as it is/,
    )
    expect(refusalOf({ cloneFrom: { environment: 'orders' } })).toBe('InvalidCombination it can’t be made after itself')
    const clone = there({ ...source, cloneFrom: { environment: 'first' } })
    expect(refusalOf({}, clone)).toBe('InvalidCombination "source" is itself made after "first": name that one')
    expect(refusalOf({}, there({ type: 'Moon' }))).toContain('InvalidPlatform')
  })

  it('changes nothing while the other is not fetched, or its databases would leave the plan', () => {
    const sent = { composed: { namespace: active, 'database-stock': {} } }
    const { plan, requirements } = composed({ cloneFrom: { environment: 'source' } }, sent)
    expect(outline(plan)).toEqual({
      namespace: 'waiting for the environment in cloneFrom',
      'database-stock': 'waiting for the environment in cloneFrom',
    })
    expect(requirements.get('source')).toMatchObject({ kind: 'XEnvironment', matchName: 'source' })
  })

  it('tells what it is only because the other is', () => {
    const made = composed(
      { cloneFrom: { environment: 'source' }, podSecurity: { level: 'Baseline' } },
      {
        composed: { namespace: active },
        required: { source: [{ spec: source }], 'name-database-orders': [], 'name-database-stock': [] },
      },
    )
    expect(made.report([]).status['effective']).toMatchObject({
      isolation: 'Strict',
      origins: { isolation: 'cloned', egress: 'built in', 'podSecurity.level': 'claim' },
    })
  })

  it('needs the other no more when its time is over: it is cleared away', () => {
    const claim = { metadata: { name: 'shop', uid: '4f6b', namespace: '', creationTimestamp: '2020-01-01T00:00:00Z' } }
    const spec = { cloneFrom: { environment: 'source' }, lifecycle: { ttl: '1h' } }
    const sent = { claim, composed: { namespace: active }, required: { source: [] } }
    expect(composeEnvironment(spec, sent)).toMatchObject({ ok: false })
    expect(outline(composed(spec, sent, {}, () => true).plan)).toEqual({ namespace: 'absent' })
  })
})
