import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { environmentClaim, serviceClaim } from '../../harness/claims.ts'
import { examplePlatform } from '../../harness/files.ts'
import { passes } from '../../harness/network-policies.ts'
import { serviceBed } from '../../harness/services.ts'
import {
  api,
  astray,
  host,
  inCluster,
  internet,
  neighbour,
  packet,
  pod,
  policiesOf,
  service,
  stranger,
  type Walks,
} from './packets.ts'

const restricted = (allow: readonly JsonObject[] = []): JsonObject => ({
  egress: { mode: 'Restricted', ...(allow.length > 0 && { allow: [...allow] }) },
})
const stripe = { name: 'stripe', cidr: '198.51.100.0/24', ports: [443] }
const names: Walks = [
  ['name resolution', packet(api, pod('kube-system'), 53, 'UDP'), true],
  ['name resolution by TCP', packet(api, pod('kube-system'), 53), true],
]

describe('where it gets to', () => {
  it('is everywhere while it says nothing', async () => {
    const { policies } = await policiesOf({})
    expect(
      astray(policies, [
        ...names,
        ['the internet', packet(api, internet, 443), true],
        ['a stranger', packet(api, stranger), true],
      ]),
    ).toEqual([])
  })

  it('is, with restricted egress, name resolution and what it names, and for its jobs too', async () => {
    const allow = [stripe, { name: 'cart', service: { name: 'cart', namespace: 'blog' }, ports: [8080] }]
    const { policies } = await policiesOf({ spec: { networking: restricted(allow) } })
    const job = service('api', 'shop', 'job-migrate')
    expect(
      astray(policies, [
        ...names,
        ['something else in kube-system', packet(api, pod('kube-system'), 443), false],
        ['the internet', packet(api, internet, 443), false],
        ['a named range', packet(api, host('198.51.100.9'), 443), true],
        ['a named range at another port', packet(api, host('198.51.100.9'), 80), false],
        ['a named service', packet(api, stranger), true],
        ['a named service at another port', packet(api, stranger, 9090), false],
        ['a service of its name elsewhere', packet(api, neighbour), false],
        ['a pod that is no service', packet(api, pod('blog', { 'app.kubernetes.io/instance': 'cart' })), false],
        ['a job to the internet', packet(job, internet, 443), false],
        ['a job to a named range', packet(job, host('198.51.100.9'), 443), true],
        ['another service, which is not restricted', packet(neighbour, internet, 443), true],
      ]),
    ).toEqual([])
  })

  it('is its databases in the cluster, by their pods, and no other database', async () => {
    const { policies, cluster } = await policiesOf({ spec: { databases: [{ name: 'db' }], networking: restricted() } })
    expect(cluster).not.toBe('')
    expect(
      astray(policies, [
        ...names,
        ['its database', packet(api, pod('shop', { 'cnpg.io/cluster': cluster }), 5432), true],
        ['its database’s other ports', packet(api, pod('shop', { 'cnpg.io/cluster': cluster }), 8000), false],
        ['another database', packet(api, pod('shop', { 'cnpg.io/cluster': 'other' }), 5432), false],
        ['one of its name elsewhere', packet(api, pod('blog', { 'cnpg.io/cluster': cluster }), 5432), false],
      ]),
    ).toEqual([])
  })

  it('is its databases in a cloud, in the ranges that the platform names', async () => {
    const spec = { databases: [{ name: 'db' }], networking: restricted() }
    const { policies } = await policiesOf({ spec, platform: examplePlatform() })
    expect(
      astray(policies, [
        ...names,
        ['the database’s range', packet(api, host('10.0.64.7'), 5432), true],
        ['its other ports', packet(api, host('10.0.64.7'), 22), false],
        ['another range', packet(api, host('10.0.99.7'), 5432), false],
      ]),
    ).toEqual([])
  })

  it('is no more than its environment allows, whatever the service allows itself', async () => {
    const environment = {
      egress: { mode: 'Restricted', allow: [{ name: 'payments', cidr: '198.51.0.0/16', ports: [443, 8443] }] },
    }
    const { policies } = await policiesOf({ spec: { networking: restricted([stripe]) }, environment })
    expect(
      astray(policies, [
        ...names,
        ['what both allow', packet(api, host('198.51.100.9'), 443), true],
        ['what the environment opens to all of its pods', packet(api, host('198.51.1.1'), 8443), true],
        ['what neither allows', packet(api, internet, 443), false],
        ['its neighbours, by the environment', packet(api, neighbour), true],
      ]),
    ).toEqual([])
  })

  it('is the platform’s collector, if it sends traces, or nobody could watch it', async () => {
    const collector = packet(api, pod('observability'), 4318)
    const silent = await policiesOf({
      spec: { networking: restricted(), observability: { tracing: { mode: 'Disabled' } } },
    })
    expect(astray(silent.policies, [['the collector', collector, false]])).toEqual([])
    const { policies } = await policiesOf({
      spec: { networking: restricted(), observability: { tracing: { mode: 'SDK' } } },
    })
    expect(
      astray(policies, [
        ...names,
        ['the collector', collector, true],
        ['the internet', packet(api, internet, 4318), false],
      ]),
    ).toEqual([])
  })

  it('never is anything else, whatever is asked for and wherever it is', async () => {
    const { policies } = await policiesOf({ spec: { networking: restricted([stripe]) } })
    fc.assert(
      fc.property(
        fc.ipV4(),
        fc.integer({ min: 1, max: 65535 }),
        fc.constantFrom('TCP', 'UDP'),
        (address, port, protocol) => {
          const allowed = address.startsWith('198.51.100.') && port === 443 && protocol === 'TCP'
          expect(passes(policies, packet(api, host(address), port, protocol))).toBe(allowed)
        },
      ),
    )
  })
})

describe('a service in an environment with restricted egress', () => {
  const environment = {
    egress: { mode: 'Restricted', allow: [{ name: 'payments', cidr: '198.51.100.0/24', ports: [443] }] },
  }

  it.each<[string, JsonObject, RegExp]>([
    [
      'another range',
      { name: 'a', cidr: '203.0.113.0/24', ports: [443] },
      /more than XEnvironment shop allows: 198\.51\.100\.0\/24 on 443/,
    ],
    ['a larger range', { name: 'a', cidr: '198.51.0.0/16', ports: [443] }, /more than XEnvironment shop allows/],
    ['another port', { name: 'a', cidr: '198.51.100.0/24', ports: [443, 22] }, /on 443, 22 is more than/],
    ['all ports', { name: 'a', cidr: '198.51.100.0/24' }, /on all ports is more than/],
    ['everything', { name: 'a', cidr: '0.0.0.0/0' }, /more than/],
    [
      'a service of another namespace',
      { name: 'a', service: { name: 'cart', namespace: 'blog' } },
      /to no other namespace/,
    ],
  ])('opens no way to %s, for policies add up', async (_, destination, says) => {
    const made = await serviceBed(serviceClaim({ networking: restricted([destination]) }, { namespace: 'shop' }), {
      platform: inCluster,
    })
    await made.converge(made.claim(environmentClaim({ networking: environment }, { name: 'shop' })))
    const { outcome, last } = await made.converge(made.ref)
    expect(outcome).toBe('refused')
    expect(last.pipeline?.fatal).toMatch(says)
  })

  it('that asks for open egress is told that it has not', async () => {
    const made = await serviceBed(serviceClaim({ networking: { egress: { mode: 'Open' } } }, { namespace: 'shop' }))
    await made.converge(made.claim(environmentClaim({ networking: environment }, { name: 'shop' })))
    const { composite } = await made.converge(made.ref)
    expect(JSON.stringify(composite?.['status'])).toContain(
      '"field":"spec.networking.egress.mode","reason":"the environment restricts its pods',
    )
  })
})
