import { beforeAll, describe, expect, it } from 'vitest'
import type { Provider } from '../../../apis/blocks/placement.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../../functions/runtime/read.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { condition, pinned } from '../objects.ts'
import { applyPlatform, cluster, composedOf, kubectl, newNamespace, now, untilCondition, untilReady } from './bed.ts'

/** What is wrong, what the developer is told, and what mends it. */
interface Case {
  readonly code: string
  readonly provider: Provider
  readonly spec: JsonObject
  readonly corrected: JsonObject
  readonly says: RegExp
}

const range = (cidr: string): JsonObject => ({ network: { allowedCidrs: [{ name: 'office', cidr }] } })

const cases: readonly Case[] = [
  {
    code: 'UnknownSize',
    provider: 'Kubernetes',
    spec: { size: 'huge' },
    corrected: { size: 'small' },
    says: / spec\.size: .*small, medium, large, xlarge.*\[UnknownSize\]/,
  },
  {
    code: 'RegionNotAllowed',
    provider: 'AWS',
    spec: { placement: { region: 'us-east-1' } },
    corrected: {},
    says: / spec\.placement\.region: .*AWS offers eu-west-1.*\[RegionNotAllowed\]/,
  },
  {
    code: 'CidrNotAllowed',
    provider: 'Kubernetes',
    spec: range('0.0.0.0/0'),
    corrected: range('10.3.0.0/16'),
    says: / spec\.network\.allowedCidrs\[office\]\.cidr: .*10\.0\.0\.0\/8.*\[CidrNotAllowed\]/,
  },
]

beforeAll(() => applyPlatform())

describe('a claim that the function refuses', () => {
  it.concurrent.each(cases)(
    'with $code composes nothing, says what to write instead, and needs no more than that to become Ready',
    async ({ code, provider, spec, corrected, says }) => {
      const namespace = await newNamespace('refused')
      const claim = pinned(databaseClaim(spec), namespace, provider)
      await cluster.apply(claim)
      await untilCondition(claim, 'Configured', new RegExp(`^False ${code}: `))
      const refused = await now(claim)
      expect(condition(refused, 'Configured')).toMatch(says)
      expect(condition(refused, 'Synced')).toMatch(new RegExp(`^False ReconcileError: .*\\[${code}\\]`))
      expect(condition(refused, 'Ready')).not.toMatch(/^True/)
      expect(await composedOf(claim)).toEqual([])
      expect(await kubectl('describe', 'xdatabase', '-n', namespace)).toContain(`[${code}]`)

      await cluster.apply(pinned(databaseClaim(corrected), namespace, provider))
      await untilReady(claim)
      expect(condition(await now(claim), 'Configured')).toMatch(/^True /)
    },
  )
})

describe('a claim whose Secret’s name is taken', () => {
  it('is refused, so that core never adopts and overwrites what somebody else keeps there', async () => {
    const namespace = await newNamespace('taken')
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'orders-conn', namespace } }
    await cluster.apply({ ...secret, data: { theirs: 'a2VlcA==' } })
    const claim = pinned(databaseClaim(), namespace, 'Kubernetes')
    await cluster.apply(claim)
    await untilCondition(claim, 'Configured', /^False SecretNameTaken: .*orders-conn.*\[SecretNameTaken\]/)
    expect(await composedOf(claim)).toEqual([])
    expect((await now(secret))['data']).toEqual({ theirs: 'a2VlcA==' })
    expect(textAt(await now(secret), 'metadata', 'ownerReferences')).toBeUndefined()

    await cluster.remove(secret)
    await untilReady(claim)
    expect(Object.keys(objectAt(await now(secret), 'data'))).toContain('uri')
  })
})
