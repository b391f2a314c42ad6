import { beforeAll, describe, expect, it } from 'vitest'
import { providers, type Provider } from '../../../apis/blocks/placement.ts'
import { allowRemovalAnnotation } from '../../../functions/runtime/labels.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { condition, eventually, pinned, untilAtRestOn } from '../objects.ts'
import { applyPlatform, cluster, newNamespace, now, sentFor, uidsOf, untilCondition, untilReady } from './bed.ts'
import { changes, type Sent } from '../changes.ts'

const databases = [{ name: 'orders' }, { name: 'stock' }, { name: 'old_stock' }]
const spec = { databases }

/** One database on each provider, with everything that they are made of when they are Ready. */
const beds = new Map<Provider, { readonly namespace: string; readonly claim: JsonObject }>()

beforeAll(async () => {
  await applyPlatform()
  await Promise.all(
    providers.map(async provider => {
      const namespace = await newNamespace('stateful')
      const claim = pinned(databaseClaim(spec), namespace, provider)
      beds.set(provider, { namespace, claim })
      await cluster.apply(claim)
      // All four at once, while others are made.
      await untilReady(claim, 150)
    }),
  )
  // A refusal leaves Ready as it is: also as core had it before, which it may have written back at that moment.
  await untilAtRestOn(
    cluster,
    [...beds.values()].map(({ claim }) => claim),
  )
})

const bedOf = (provider: Provider) => {
  const { namespace = '', claim = {} } = beds.get(provider) ?? {}
  const say = (after: JsonObject, metadata: JsonObject = {}) =>
    cluster.apply(pinned(databaseClaim(after, metadata), namespace, provider))
  return { claim, say }
}

const stateOf = async (claim: JsonObject): Promise<{ readonly uids: object; readonly sent: Sent }> => ({
  uids: await uidsOf(claim),
  sent: await sentFor(claim),
})

describe('a change that would replace what holds data', () => {
  it.each<[string, Provider, JsonObject, RegExp]>([
    [
      'a smaller disk than its class gave it',
      'AWS',
      { storage: { size: '10Gi' } },
      /StorageShrink: .*can't shrink to 10Gi/,
    ],
    ['another key', 'AWS', { encryption: { atRest: 'CustomerManaged' } }, /FixedField: .*the disk is ProviderManaged/],
    ['an older version', 'GCP', { version: '16' }, /DowngradeRefused: .*can't go back to 16/],
    ['another region', 'GCP', { placement: { region: 'us-east1' } }, /PlacementChanged: .*the data is in europe-west1/],
    ['another provider', 'Azure', { placement: { provider: 'AWS' } }, /PlacementChanged: .*the data is in Azure/],
    [
      'a public address',
      'Azure',
      { network: { exposure: 'Public', allowedCidrs: [{ name: 'a', cidr: '10.0.0.0/8' }] } },
      /FixedField: .*publicNetworkAccessEnabled/,
    ],
    ['a smaller disk', 'Kubernetes', { storage: { size: '10Gi' } }, /StorageShrink: /],
    ...providers.map((provider): [string, Provider, JsonObject, RegExp] => [
      'a database fewer',
      provider,
      { databases: databases.slice(0, 2) },
      /StatefulResourceRemoved: database-old-stock: this change would delete .* platform\.roadbed\.dev\/allow-removal: database-old-stock/,
    ]),
  ])(
    '(%s, on %s) is refused: nothing is deleted, nothing changed, and the old claim is good again',
    async (_, provider, after, says) => {
      const { claim, say } = bedOf(provider)
      const before = await stateOf(claim)
      await say({ ...spec, ...after })
      await untilCondition(claim, 'Configured', new RegExp(`^False ${says.source}`))
      expect(condition(await now(claim), 'Synced')).toMatch(/^False ReconcileError/)
      expect(condition(await now(claim), 'Ready')).toMatch(/^True/)
      const during = await stateOf(claim)
      expect(changes(before.sent, during.sent)).toEqual([])
      expect(during.uids).toEqual(before.uids)

      await say(spec)
      await untilCondition(claim, 'Synced', /^True/)
      await untilReady(claim)
      expect(changes(before.sent, await sentFor(claim))).toEqual([])
      expect(await uidsOf(claim)).toEqual(before.uids)
    },
  )
})

describe('a database that its owner allows to go', () => {
  it.each(providers)('on %s is the only thing that goes', async provider => {
    const { claim, say } = bedOf(provider)
    const before = await uidsOf(claim)
    const { 'database-old-stock': gone, ...others } = before
    expect(gone).toBeDefined()
    const annotations = { [allowRemovalAnnotation]: 'instance, server, cluster, connection, database-old-stock' }
    await say({ databases: databases.slice(0, 2) }, { annotations })
    await eventually(async () => expect(await uidsOf(claim)).toEqual(others))
    await untilReady(claim)
    expect(await uidsOf(claim)).toEqual(others)
  })
})
