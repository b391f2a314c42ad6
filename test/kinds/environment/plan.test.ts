import { describe, expect, it } from 'vitest'
import { outline, sent } from '../fixtures.ts'
import { active, composed, composeEnvironment } from './fixtures.ts'

const free = { required: { namespace: [], 'name-database-orders': [], 'name-service-api': [] } }
const there = { composed: { namespace: active }, required: { 'name-database-orders': [], 'name-service-api': [] } }
const whole = {
  type: 'Production',
  databases: [{ name: 'orders' }],
  services: [{ name: 'api' }],
  access: [{ name: 'team', subject: { kind: 'Group', name: 'checkout' }, role: 'Developer' }],
  networking: { egress: { mode: 'Restricted', allow: [{ name: 'payments', cidr: '198.51.100.0/24' }] } },
}
const cloud = {
  defaultPlacement: { provider: 'AWS' },
  providers: { kubernetes: { network: { ingressNamespace: 'ingress', apiServerCidrs: ['10.96.0.1/32'] } } },
  integrations: {
    tracing: { engine: 'OpenTelemetryOperator', endpoint: 'http://otel:4318', namespace: 'observability' },
  },
}

describe('the plan of an environment', () => {
  it('asks whose the Namespace’s name is before it makes one, or somebody’s Namespace is deleted with it', () => {
    const { plan, requirements } = composed()
    expect(outline(plan)['namespace']).toBe('waiting for its name')
    expect([...requirements]).toEqual([['namespace', { apiVersion: 'v1', kind: 'Namespace', matchName: 'shop' }]])
    expect(outline(composed({}, free).plan)['namespace']).toBe('Namespace')
  })

  it('asks no more once the Namespace is its own: each question is a watch', () => {
    expect([...composed({}, there).requirements]).toEqual([])
  })

  it('has nothing inside the Namespace before that is there', () => {
    const { namespace, protection, ...inside } = outline(composed(whole, free, cloud).plan)
    expect([namespace, protection]).toEqual(['Namespace', 'ClusterUsage'])
    expect(new Set(Object.values(inside))).toEqual(
      new Set(['waiting for the Namespace', 'absent', 'waiting for database-orders', 'waiting for service-api']),
    )
  })

  it('names everything that an environment can be made of', () => {
    expect(outline(composed(whole, there, cloud).plan)).toEqual({
      namespace: 'Namespace',
      quota: 'absent',
      'limit-range': 'LimitRange',
      'service-account': 'ServiceAccount',
      'default-deny': 'NetworkPolicy',
      'allow-dns': 'NetworkPolicy',
      'allow-environment': 'NetworkPolicy',
      'allow-ingress': 'NetworkPolicy',
      'allow-api-server': 'NetworkPolicy',
      'allow-collector': 'NetworkPolicy',
      'allow-seeds': 'absent',
      'egress-payments': 'NetworkPolicy',
      'access-developer-team': 'RoleBinding',
      'database-orders': 'XDatabase',
      'order-database-orders': 'waiting for database-orders',
      'service-api': 'XService',
      'order-service-api': 'waiting for service-api',
      protection: 'ClusterUsage',
    })
  })

  it('names what loads a database, and a way to that only where pods of the environment have no other', () => {
    const seeded = (isolation: string, mode: string) => {
      const databases = [{ name: 'orders', seed: { image: 'registry.example.com/seed:1' } }]
      const { plan } = composed({ databases, networking: { isolation, egress: { mode } } }, there, cloud)
      return Object.entries(outline(plan)).filter(([key]) => key.includes('seed'))
    }
    const job = [expect.stringMatching(/^seed-orders-[a-z2-7]{8}$/), 'waiting for orders']
    expect(seeded('Strict', 'Restricted')).toEqual([['allow-seeds', 'NetworkPolicy'], job])
    expect(seeded('Namespace', 'Restricted')).toEqual([['allow-seeds', 'absent'], job])
    expect(seeded('Strict', 'Open')).toEqual([['allow-seeds', 'absent'], job])
  })

  it('asks whose a claim’s name is before it makes one, or a developer’s own is deleted with the environment', () => {
    const { plan } = composed({ services: [{ name: 'api' }] }, { composed: { namespace: active } })
    expect(outline(plan)['service-api']).toBe('waiting for its name')
    const theirs = [{ kind: 'XService', metadata: { name: 'api' } }]
    const seen = { composed: { namespace: active }, required: { 'name-service-api': theirs } }
    expect(composeEnvironment({ services: [{ name: 'api' }] }, seen)).toMatchObject({
      refusals: [{ code: 'ChildNameTaken', path: 'spec.services[api].name' }],
    })
  })

  it('sends nothing more into a Namespace that is being deleted', () => {
    const ending = { ...active, status: { phase: 'Terminating' } }
    const { plan } = composed({}, { composed: { namespace: ending } })
    expect(outline(plan)['limit-range']).toBe('waiting for the Namespace')
  })

  it('gives a person another binding with another role, for Kubernetes refuses to change one', () => {
    const access = [{ name: 'team', subject: { kind: 'User', name: 'ann' }, role: 'Operator' }]
    const { plan } = composed({ access }, there)
    expect(plan).not.toHaveProperty('access-developer-team')
    expect(sent(plan['access-operator-team'], 'roleRef')).toMatchObject({ name: 'roadbed:operator' })
  })
})

describe('what keeps an environment', () => {
  const orders = (status: object) => ({
    apiVersion: 'platform.roadbed.dev/v1alpha1',
    kind: 'XDatabase',
    metadata: { name: 'orders' },
    status: { ...status },
  })
  const withOrders = (status: object) => ({ composed: { namespace: active, 'database-orders': orders(status) } })

  it('is its own protection; a protected database in it protects it by itself', () => {
    expect(outline(composed({}, there, cloud).plan)['protection']).toBe('absent')
    const { plan } = composed({ deletion: { protection: 'Enabled' } }, there, cloud)
    expect(sent(plan['protection'], 'spec')).toMatchObject({
      of: { kind: 'XEnvironment', resourceRef: { name: 'shop' } },
    })
  })

  it('is a Usage of the Namespace for each database that is there, and none of a Namespace that stays', () => {
    const { plan } = composed({ databases: [{ name: 'orders' }] }, withOrders({}), cloud)
    expect(sent(plan['order-database-orders'], 'spec')).toMatchObject({
      of: { kind: 'Namespace', resourceRef: { name: 'shop', namespace: '' } },
      by: { kind: 'XDatabase', resourceRef: { name: 'orders' } },
      replayDeletion: true,
    })
  })
})
