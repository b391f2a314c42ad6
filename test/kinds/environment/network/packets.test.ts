import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../../functions/runtime/read.ts'
import { environmentClaim, platform } from '../../../harness/claims.ts'
import { passes, type Endpoint, type Packet } from '../../../harness/network-policies.ts'
import { bed } from '../../../harness/plane.ts'

const settings = platform({
  providers: { kubernetes: { network: { ingressNamespace: 'ingress', apiServerCidrs: ['10.96.0.1/32'] } } },
  integrations: {
    tracing: { engine: 'OpenTelemetryOperator', endpoint: 'http://otel:4318', namespace: 'observability' },
  },
})

/** The policies that environments end up with. */
const policiesOf = async (...environments: readonly (readonly [name: string, networking: JsonObject])[]) => {
  const { plane, claim, converge } = bed({ platform: settings })
  for (const [name, networking] of environments) await converge(claim(environmentClaim({ networking }, { name })))
  return plane.api.list().filter(({ kind }) => kind === 'NetworkPolicy')
}

const pod = (namespace: string, labels: Readonly<Record<string, string>> = {}): Endpoint => ({
  address: '10.244.0.9',
  pod: { namespace, labels },
})
const host = (address: string): Endpoint => ({ address })
const to = (from: Endpoint, target: Endpoint, port = 8080, protocol: Packet['protocol'] = 'TCP'): Packet => ({
  from,
  to: target,
  port,
  protocol,
})

const restricted = (isolation: string): JsonObject => ({
  isolation,
  egress: { mode: 'Restricted', allow: [{ name: 'payments', cidr: '198.51.100.0/24', ports: [443] }] },
})

const [own, other, internet] = [pod('shop'), pod('blog'), host('203.0.113.7')]

describe('the packets of an environment', () => {
  it.each<[string, JsonObject, readonly [packet: Packet, gets: boolean][]]>([
    [
      'as it is by default',
      {},
      [
        [to(own, own), true],
        [to(other, own), false],
        [to(internet, own), false],
        [to(pod('ingress'), own), true],
        [to(own, internet, 443), true],
        [to(own, other), true],
      ],
    ],
    [
      'that is open',
      { isolation: 'Open' },
      [
        [to(other, own), true],
        [to(internet, own), true],
        [to(own, internet), true],
      ],
    ],
    [
      'that is strict',
      { isolation: 'Strict' },
      [
        [to(own, own), false],
        [to(other, own), false],
        [to(pod('ingress'), own), false],
        [to(own, internet), true],
      ],
    ],
    [
      'with restricted egress',
      restricted('Namespace'),
      [
        [to(own, own), true],
        [to(own, internet, 443), false],
        [to(own, other), false],
        [to(own, host('198.51.100.9'), 443), true],
        [to(own, host('198.51.100.9'), 80), false],
        [to(own, host('198.51.101.9'), 443), false],
        [to(own, pod('kube-system'), 53, 'UDP'), true],
        [to(own, pod('kube-system'), 53), true],
        [to(own, pod('kube-system'), 443), false],
        [to(own, host('10.96.0.1'), 443), false],
        [to(own, pod('observability'), 4318), true],
        [to(pod('observability'), own), false],
        [to(pod('shop', { 'cnpg.io/cluster': 'orders' }), host('10.96.0.1'), 443), true],
        [to(pod('shop', { 'cnpg.io/cluster': 'a pod that only says so' }), internet, 443), false],
        [to(pod('ingress'), own), true],
      ],
    ],
    [
      'that is open inwards with restricted egress',
      restricted('Open'),
      [
        [to(other, own), true],
        [to(own, own), true],
        [to(own, internet), false],
      ],
    ],
    [
      'that is strict with restricted egress',
      restricted('Strict'),
      [
        [to(own, own), false],
        [to(own, pod('kube-system'), 53, 'UDP'), true],
        [to(own, host('198.51.100.9'), 443), true],
        [to(own, internet), false],
      ],
    ],
  ])('%s get where they are meant to, and nowhere else', async (_, networking, walks) => {
    const policies = await policiesOf(['shop', networking])
    for (const [packet, gets] of walks) expect({ packet, gets: passes(policies, packet) }).toEqual({ packet, gets })
  })

  it('never come from another environment, whatever labels, ports and settings there are on the other side', async () => {
    const names = ['shop', 'blog', 'mail'] as const
    const policies = await policiesOf(['shop', {}], ['blog', { isolation: 'Open' }], ['mail', restricted('Namespace')])
    const labels = fc.dictionary(
      fc.constantFrom('cnpg.io/cluster', 'app.kubernetes.io/instance', 'kubernetes.io/metadata.name', 'k8s-app'),
      fc.constantFrom('shop', 'ingress', 'kube-dns', 'kube-system'),
    )
    const pods = fc.record({ namespace: fc.constantFrom(...names, 'default'), labels })
    fc.assert(
      fc.property(
        pods,
        pods,
        fc.integer({ min: 1, max: 65535 }),
        fc.constantFrom('TCP', 'UDP'),
        (from, target, port, protocol) => {
          const packet = to(pod(from.namespace, from.labels), pod(target.namespace, target.labels), port, protocol)
          const closed = target.namespace === 'shop' || target.namespace === 'mail'
          const leaves = from.namespace === 'mail' && target.namespace !== 'mail'
          const inside = from.namespace === target.namespace
          expect(passes(policies, packet)).toBe(inside || (!closed && !leaves))
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('the packets of a seed', () => {
  it.each(['Strict', 'Namespace', 'Open'])(
    'get to its database, and else only where all pods get, in an environment whose isolation is %s and whose egress is restricted',
    async isolation => {
      const { plane, claim, converge } = bed({ platform: settings })
      const networking = { isolation, egress: { mode: 'Restricted' } }
      const seed = { image: 'registry.example.com/shop/seed:1' }
      await converge(claim(environmentClaim({ networking, databases: [{ name: 'orders', seed }] })))
      const one = (kind: string) => plane.api.list().find(object => object['kind'] === kind) ?? {}
      const labels = objectAt(one('Job'), 'spec', 'template', 'metadata', 'labels') as Record<string, string>
      expect(labels).toMatchObject({ 'platform.roadbed.dev/seed': 'orders' })
      const loader = pod('shop', labels)
      const database = pod('shop', { 'cnpg.io/cluster': textAt(one('Cluster'), 'metadata', 'name') ?? '' })
      const policies = plane.api.list().filter(({ kind }) => kind === 'NetworkPolicy')
      const strict = isolation === 'Strict'
      for (const [packet, gets] of [
        [to(loader, database, 5432), true],
        [to(loader, pod('kube-system'), 53, 'UDP'), true],
        [to(loader, database, 8000), isolation === 'Namespace'],
        [to(loader, pod('shop', { app: 'web' })), !strict],
        [to(loader, pod('blog', { 'cnpg.io/cluster': 'other' }), 5432), false],
        [to(loader, internet, 443), false],
        // What else is in a strict environment needs a way of its own.
        [to(pod('shop', { app: 'web' }), database, 5432), !strict],
      ] as const)
        expect({ packet, gets: passes(policies, packet) }).toEqual({ packet, gets })
    },
  )
})

describe('the judge of packets', () => {
  const policy = (spec: JsonObject): JsonObject => ({ metadata: { namespace: 'shop' }, spec })

  it('opens what no policy selects, and closes what one selects that allows nothing', () => {
    expect(passes([], to(other, own))).toBe(true)
    const deny = policy({ podSelector: { matchLabels: { app: 'a' } }, policyTypes: ['Ingress'] })
    expect(passes([deny], to(other, own))).toBe(true)
    expect(passes([deny], to(other, pod('shop', { app: 'a' })))).toBe(false)
    expect(passes([deny], to(pod('shop', { app: 'a' }), other))).toBe(true)
  })

  it('takes a rule without peers for everybody, and peers of one entry together', () => {
    const rule = (from: JsonObject[]) => policy({ podSelector: {}, policyTypes: ['Ingress'], ingress: [{ from }] })
    expect(passes([rule([])], to(internet, own))).toBe(true)
    const blogWeb = rule([
      {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'blog' } },
        podSelector: { matchLabels: { app: 'web' } },
      },
    ])
    expect(passes([blogWeb], to(pod('blog', { app: 'web' }), own))).toBe(true)
    expect(passes([blogWeb], to(pod('blog'), own))).toBe(false)
    expect(passes([blogWeb], to(pod('mail', { app: 'web' }), own))).toBe(false)
  })
})
