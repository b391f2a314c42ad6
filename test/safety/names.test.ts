import { describe, expect, it } from 'vitest'
import { providers } from '../../apis/blocks/placement.ts'
import { textAt } from '../../functions/runtime/read.ts'
import { refOf } from '../../simulator/api/object.ts'
import { databaseClaim } from '../harness/claims.ts'
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
