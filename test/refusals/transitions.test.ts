import { describe, expect, it } from 'vitest'
import type { Provider } from '../../apis/blocks/placement.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { databaseClaim } from '../harness/claims.ts'
import { convergeClaim } from '../harness/plane.ts'

/** What a claim that was Ready is told when it is changed. */
const changed = async (provider: Provider, before: JsonObject, after: JsonObject) => {
  const { plane, claim, converge } = await convergeClaim(databaseClaim(before), { provider })
  const names = () =>
    plane.api
      .list()
      .map(
        object =>
          `${JSON.stringify(object['kind'])} ${JSON.stringify(object['metadata'] && (object['metadata'] as JsonObject)['uid'])}`,
      )
      .toSorted()
  const existed = names()
  const ref = claim(databaseClaim(after))
  const { outcome, last } = await converge(ref)
  expect(names()).toEqual(existed)
  return { outcome, fatal: last.pipeline?.fatal }
}

/** Changes that no CEL rule can see, because the claim said nothing before. */
describe('a claim that is Ready', () => {
  it.each<[string, Provider, JsonObject, RegExp]>([
    [
      'a smaller disk than the class gave it',
      'AWS',
      { storage: { size: '10Gi' } },
      /spec\.storage\.size: the disk has 20Gi; it can't shrink to 10Gi \[StorageShrink\]/,
    ],
    [
      'an older version than the default gave it',
      'GCP',
      { version: '16' },
      /spec\.version: 17 runs; it can't go back to 16 \[DowngradeRefused\]/,
    ],
    ['an upgrade in place that Azure does not have', 'Azure', { version: '18' }, /\[UnsupportedByProvider\]/],
    [
      'another provider',
      'Azure',
      { placement: { provider: 'AWS' } },
      /spec\.placement\.provider: the data is in Azure; it can't move to AWS \[PlacementChanged\]/,
    ],
    [
      'another region',
      'GCP',
      { placement: { region: 'us-east1' } },
      /spec\.placement\.region: the data is in europe-west1; it can't move to us-east1 \[PlacementChanged\]/,
    ],
    [
      'another key',
      'AWS',
      { encryption: { atRest: 'CustomerManaged' } },
      /spec\.encryption\.atRest: the disk is ProviderManaged.* \[FixedField\]/,
    ],
    [
      'databases without the first',
      'AWS',
      { databases: [{ name: 'other' }] },
      /spec\.databases: orders was made with the server.* \[FixedField\]/,
    ],
    [
      'public access, which Azure can’t give a private server',
      'Azure',
      { network: { exposure: 'Public', allowedCidrs: [{ name: 'a', cidr: '10.0.0.0/8' }] } },
      /spec\.network\.exposure: .*publicNetworkAccessEnabled.* \[FixedField\]/,
    ],
  ])('that asks for %s is refused, and loses nothing', async (_, provider, after, says) => {
    expect(await changed(provider, {}, after)).toEqual({
      outcome: 'refused',
      fatal: expect.stringMatching(says) as string,
    })
  })

  it.each<[Provider]>([['GCP'], ['Azure'], ['Kubernetes'], ['AWS']])(
    'on %s that drops a database from its list is refused, and told how to allow it',
    async provider => {
      const databases = [{ name: 'orders' }, { name: 'old_stock' }]
      const { outcome, fatal } = await changed(provider, { databases }, { databases: [{ name: 'orders' }] })
      expect(outcome).toBe('refused')
      expect(fatal).toMatch(
        /database-old-stock: this change would delete .* and the data in it\. .*platform\.roadbed\.dev\/allow-removal: database-old-stock \[StatefulResourceRemoved\]/,
      )
    },
  )

  it('may drop it with the annotation, and then only that one goes', async () => {
    const databases = [{ name: 'orders' }, { name: 'stock' }, { name: 'old' }]
    const { plane, claim, converge } = await convergeClaim(databaseClaim({ databases }), { provider: 'GCP' })
    const annotations = { 'platform.roadbed.dev/allow-removal': 'user, database-old' }
    const deleted: unknown[] = []
    plane.api.watch(
      ({ type, object }) => type === 'DELETED' && deleted.push((object['metadata'] as JsonObject)['annotations']),
    )
    const { outcome } = await converge(claim(databaseClaim({ databases: databases.slice(0, 2) }, { annotations })))
    expect(outcome).toBe('ready')
    expect(deleted).toEqual([expect.objectContaining({ 'crossplane.io/composition-resource-name': 'database-old' })])
  })
})

/** Changes that the API server refuses before the function is asked. */
describe('the API server', () => {
  it.each<[string, JsonObject, JsonObject, RegExp]>([
    [
      'a shrinking disk',
      { storage: { size: '1Ti' } },
      { storage: { size: '1000Gi' } },
      /spec\.storage\.size: a disk can't shrink/,
    ],
    ['an older version', { version: '17' }, { version: '16' }, /spec\.version: a database can’t be downgraded/],
    [
      'another provider',
      { placement: { provider: 'AWS' } },
      { placement: { provider: 'GCP' } },
      /spec\.placement\.provider: provider can't change/,
    ],
    [
      'another key',
      { encryption: { atRest: 'ProviderManaged' } },
      { encryption: { atRest: 'CustomerManaged' } },
      /spec\.encryption\.atRest: atRest can't change/,
    ],
    [
      'another connection Secret',
      {},
      { writeConnectionSecretToRef: { name: 'other' } },
      /spec\.writeConnectionSecretToRef: the connection Secret can't move/,
    ],
    [
      'another collation',
      { databases: [{ name: 'a', collation: 'C' }] },
      { databases: [{ name: 'a', collation: 'POSIX' }] },
      /spec\.databases\[0\]\.collation: collation is fixed/,
    ],
  ])('refuses %s with a message that says what to do', async (_, before, after, says) => {
    const { claim } = await convergeClaim(databaseClaim(before), { provider: 'AWS' })
    expect(() => claim(databaseClaim(after))).toThrow(says)
  })

  it.each<[string, JsonObject, RegExp]>([
    ['another engine', { engine: 'MySQL' }, /spec\.engine: "MySQL" is not one of Postgres/],
    ['a field that does not exist', { sise: 'small' }, /spec\.sise: unknown field; did you mean size\?/],
    ['a size without a unit', { storage: { size: '20' } }, /spec\.storage\.size: "20" does not fit: .*such as 20Gi/],
    [
      'a schedule and a window',
      { backup: { schedule: '0 1 * * *', window: { startTime: '01:00' } } },
      /spec\.backup\.schedule: give a schedule or a window, not both/,
    ],
    ['a reserved name', { databases: [{ name: 'user' }] }, /spec\.databases\[0\]\.name: .*reserved word/],
    ['two databases of one name', { databases: [{ name: 'a' }, { name: 'a' }] }, /spec\.databases\[1\]: .*duplicate/i],
    [
      'LATIN1 with a UTF-8 collation',
      { databases: [{ name: 'a', encoding: 'LATIN1' }] },
      /spec\.databases\[0\]\.collation: LATIN1 needs collation C/,
    ],
  ])('refuses %s', async (_, spec, says) => {
    await expect(convergeClaim(databaseClaim(spec), { provider: 'AWS' })).rejects.toThrow(says)
  })
})
