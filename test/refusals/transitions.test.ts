import { describe, expect, it } from 'vitest'
import type { Provider } from '../../apis/blocks/placement.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { databaseClaim } from '../harness/claims.ts'
import { readYaml } from '../harness/files.ts'
import { bed, convergeClaim } from '../harness/plane.ts'
import { brokenRules } from './rules.ts'

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
  it.each(brokenRules)('refuses $why with a message that says what to do', ({ before, object, path, says }) => {
    const { claim } = bed()
    if (before) claim(before)
    expect(() => claim(object)).toThrow(`${path}: ${says}`)
  })

  it.each<[string, JsonObject, RegExp]>([
    ['another engine', { engine: 'MySQL' }, /spec\.engine: "MySQL" is not one of Postgres/],
    ['a field that does not exist', { sise: 'small' }, /spec\.sise: unknown field; did you mean size\?/],
    ['a size without a unit', { storage: { size: '20' } }, /spec\.storage\.size: "20" does not fit: .*such as 20Gi/],
    ['two databases of one name', { databases: [{ name: 'a' }, { name: 'a' }] }, /spec\.databases\[1\]: .*duplicate/i],
  ])('refuses %s', async (_, spec, says) => {
    await expect(convergeClaim(databaseClaim(spec), { provider: 'AWS' })).rejects.toThrow(says)
  })
})

describe('the rules', () => {
  it('are all tried here, but for the one that can’t be broken while there is one engine', () => {
    const tried = brokenRules.map(({ says }) => says)
    const messages = ['database', 'environment', 'platform', 'service'].flatMap(kind =>
      messagesOf(readYaml(`apis/${kind}/definition.yaml`)),
    )
    expect(messages.length).toBeGreaterThan(10)
    expect(messages.filter(message => !tried.some(says => message.startsWith(says)))).toEqual([
      "engine can't change: create a second claim and copy the data",
    ])
  })
})

/** The message of every CEL rule in a definition. */
const messagesOf = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'x-kubernetes-validations'
      ? (child as readonly { readonly message: string }[]).map(({ message }) => message)
      : messagesOf(child),
  )
}
