import { describe, expect, it } from 'vitest'
import { providers } from '../../apis/blocks/placement.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { refOf } from '../../simulator/api/object.ts'
import { converge as convergeOn } from '../../simulator/converge.ts'
import { databaseClaim, environmentClaim } from '../harness/claims.ts'
import { bed, convergeClaim } from '../harness/plane.ts'

const secret = (name: string, extra: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, namespace: 'team-a', ...extra },
  type: 'Opaque',
  data: { token: 'c29tZWJvZHkncw==' },
})

describe('a name that could be somebody’s', () => {
  it('is asked for first: a Secret of that name is neither adopted nor deleted with the claim', async () => {
    const { plane, claim, converge } = bed({ provider: 'AWS' })
    plane.api.apply(secret('orders-conn'), 'somebody')
    const { outcome, last } = await converge(claim(databaseClaim()))
    expect(outcome).toBe('refused')
    expect(last.error).toMatch(
      /spec\.writeConnectionSecretToRef\.name: the Secret "orders-conn" exists and is not this claim's \[SecretNameTaken\]/,
    )
    expect(
      plane.api
        .list()
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['Secret', 'XDatabase', 'XPlatform'])
    expect(plane.api.get(refOf(secret('orders-conn')))).toMatchObject({ data: { token: 'c29tZWJvZHkncw==' } })
  })

  it('that is taken only after the claim began: the database stays, and the Secret too', async () => {
    const { plane, claim, converge } = bed({ provider: 'AWS' })
    const ref = claim(databaseClaim({ writeConnectionSecretToRef: { name: 'mine' } }))
    await plane.reconcile(ref)
    plane.finish()
    plane.api.apply(secret('mine'), 'somebody')
    const { outcome } = await converge(ref)
    expect(outcome).toBe('refused')
    expect(plane.api.list().some(({ kind }) => kind === 'Instance')).toBe(true)
    expect(plane.api.get(refOf(secret('mine')))).toMatchObject({ data: { token: 'c29tZWJvZHkncw==' } })
  })

  it.each(providers)(
    'may be as long as the API allows on %s, and end as it likes, or the claim is stuck',
    async provider => {
      const long = 'x'.repeat(63)
      const databases = [{ name: 'orders' }, { name: 'audit_' }, { name: long }]
      const network = { allowedCidrs: [{ name: long, cidr: '10.0.0.0/16' }] }
      const { convergence } = await convergeClaim(databaseClaim({ databases, network }, { name: long }), { provider })
      expect(convergence.outcome).toBe('ready')
    },
  )

  it.each(['sg', 'sg-1'])('may be %s, although EC2 keeps such names for itself', async name => {
    const { plane } = await convergeClaim(databaseClaim({}, { name }), { provider: 'AWS' })
    const group = plane.api.list().find(({ kind }) => kind === 'SecurityGroup') ?? {}
    expect(textAt(group, 'spec', 'forProvider', 'name')).not.toMatch(/^sg-/)
  })

  it('is never generated twice: two claims of one name in two namespaces share nothing', async () => {
    const names = async (namespace: string) => {
      const { plane } = await convergeClaim(databaseClaim({}, { namespace }), { provider: 'GCP' })
      return plane.api
        .list()
        .filter(({ kind }) => kind !== 'XPlatform')
        .map(object => refOf(object).name)
    }
    const [first, second] = [await names('team-a'), await names('team-b')]
    expect(first.filter(name => second.includes(name)).toSorted()).toEqual(['orders', 'orders-conn'])
  })
})

/** A Namespace or a claim as somebody else has made it. */
const theirs = (object: JsonObject) => ({
  ...object,
  metadata: { ...objectAt(object, 'metadata'), annotations: { theirs: 'yes' } },
})
const namespace = (labels: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'shop', labels },
})
const kindsOf = (objects: readonly JsonObject[]) => objects.map(object => textAt(object, 'kind') ?? '').toSorted()

describe('a Namespace that somebody else has made', () => {
  it('is neither adopted nor deleted with an environment of its name, and the way out is told', async () => {
    const { plane, claim, converge } = bed()
    plane.api.apply(theirs(namespace()), 'somebody')
    const ref = claim(environmentClaim())
    const { outcome, last } = await converge(ref)
    expect(outcome).toBe('refused')
    expect(last.error).toMatch(
      /^.*metadata\.name: the Namespace "shop" exists and is not this environment's\..*namespace\.mode Existing \[NamespaceTaken\]/,
    )
    expect(kindsOf(plane.api.list())).toEqual(['Namespace', 'XEnvironment', 'XPlatform'])
    plane.api.delete(ref)
    await plane.reconcile(ref)
    expect(plane.api.get(refOf(namespace()))).toMatchObject({ metadata: { annotations: { theirs: 'yes' } } })
  })

  it('and is deleting is waited for: an environment that is made again comes up by itself', async () => {
    const { plane, claim } = bed()
    plane.api.apply({ ...namespace(), metadata: { name: 'shop', finalizers: ['example.org/hold'] } }, 'somebody')
    plane.api.delete(refOf(namespace()))
    const ref = claim(environmentClaim())
    await plane.reconcile(ref)
    expect(kindsOf(plane.api.list())).toEqual(['Namespace', 'XEnvironment', 'XPlatform'])
    const held = plane.api.get(refOf(namespace())) ?? {}
    plane.api.update({ ...held, metadata: { ...objectAt(held, 'metadata'), finalizers: [] } }, 'somebody')
    expect((await convergeOn(plane, ref)).outcome).toBe('ready')
  })

  it('is furnished only when its owner has labelled it, and then never owned, changed or deleted', async () => {
    const { plane, claim } = bed()
    plane.api.apply(namespace(), 'somebody')
    const ref = claim(environmentClaim({ namespace: { mode: 'Existing' } }))
    const refused = await convergeOn(plane, ref)
    expect(refused.last.error).toMatch(
      /kubectl label namespace shop --overwrite platform\.roadbed\.dev\/environment=shop pod-security\.kubernetes\.io\/enforce=restricted .* \[NamespaceNotLent\]/,
    )
    const labels = {
      'platform.roadbed.dev/environment': 'shop',
      ...Object.fromEntries(
        ['enforce', 'warn', 'audit'].map(mode => [`pod-security.kubernetes.io/${mode}`, 'restricted']),
      ),
    }
    plane.api.apply(namespace(labels), 'somebody')
    const before = plane.api.get(refOf(namespace()))
    expect((await convergeOn(plane, ref)).outcome).toBe('ready')
    expect(kindsOf(plane.api.list())).toContain('ResourceQuota')
    plane.api.delete(ref)
    await plane.reconcile(ref)
    expect(plane.api.get(refOf(namespace()))).toEqual(before)
    expect(kindsOf(plane.api.list())).toEqual(['Namespace', 'XPlatform'])
  })
})

describe('an XDatabase that a developer has made', () => {
  it('is neither adopted nor deleted by an environment that is to have one of its name', async () => {
    const { plane, claim } = bed()
    const ref = claim(environmentClaim())
    await convergeOn(plane, ref)
    plane.api.apply(databaseClaim({}, { namespace: 'shop' }), 'developer')
    claim(environmentClaim({ databases: [{ name: 'orders' }, { name: 'stock' }] }))
    const { outcome, last } = await convergeOn(plane, ref)
    expect(outcome).toBe('refused')
    expect(last.error).toMatch(/spec\.databases\[orders\]\.name: an XDatabase "orders" exists .*\[ChildNameTaken\]/)
    expect(plane.api.get(refOf(databaseClaim({}, { namespace: 'shop' })))?.['metadata']).not.toHaveProperty(
      'ownerReferences',
    )
  })
})
