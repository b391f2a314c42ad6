import { beforeAll, describe, expect, it } from 'vitest'
import type { Provider } from '../../../apis/blocks/placement.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { textAt } from '../../../functions/runtime/read.ts'
import { databaseClaim } from '../../harness/claims.ts'
import { condition, eventually, keyOfComposed, pinned } from '../objects.ts'
import { applyPlatform, cluster, composedOf, kubectl, newNamespace, now, sentFor, uidsOf, untilReady } from './bed.ts'
import { changes } from '../changes.ts'

const before = { size: 'small', storage: { size: '50Gi' }, backup: { retentionDays: 7 } }
const after = { size: 'medium', storage: { size: '200Gi' }, backup: { retentionDays: 14 } }

/** One claim for each test. They become Ready side by side. */
const claims = {
  AWS: await inNamespaceOfItsOwn('AWS', before),
  GCP: await inNamespaceOfItsOwn('GCP', before),
  Azure: await inNamespaceOfItsOwn('Azure', before),
  Kubernetes: await inNamespaceOfItsOwn('Kubernetes', before),
  byHand: await inNamespaceOfItsOwn('AWS', {}),
  protected: await inNamespaceOfItsOwn('Kubernetes', { deletion: { protection: 'Enabled' } }),
}

beforeAll(async () => {
  await applyPlatform()
  for (const { claim } of Object.values(claims)) await cluster.apply(claim)
  await Promise.all(Object.values(claims).map(({ claim }) => untilReady(claim)))
})

describe('a database that gets a larger machine, a larger disk and older backups', () => {
  it.each<[Provider, readonly string[]]>([
    [
      'AWS',
      [
        'instance spec.forProvider.allocatedStorage: 50 → 200',
        'instance spec.forProvider.backupRetentionPeriod: 7 → 14',
        'instance spec.forProvider.instanceClass: "db.t4g.small" → "db.m7g.large"',
      ],
    ],
    [
      'GCP',
      [
        'instance spec.forProvider.settings.backupConfiguration.backupRetentionSettings.retainedBackups: 7 → 14',
        'instance spec.forProvider.settings.diskSize: 50 → 200',
        'instance spec.forProvider.settings.tier: "db-custom-1-3840" → "db-custom-2-8192"',
      ],
    ],
    [
      'Azure',
      [
        'server spec.forProvider.backupRetentionDays: 7 → 14',
        'server spec.forProvider.skuName: "B_Standard_B1ms" → "GP_Standard_D2ds_v5"',
        'server spec.forProvider.storageMb: 65536 → 262144',
      ],
    ],
    [
      'Kubernetes',
      [
        'cluster spec.resources.limits.memory: "2Gi" → "8Gi"',
        'cluster spec.resources.requests.cpu: "1" → "2"',
        'cluster spec.resources.requests.memory: "2Gi" → "8Gi"',
        'cluster spec.storage.size: "50Gi" → "200Gi"',
        'object-store spec.retentionPolicy: "7d" → "14d"',
      ],
    ],
  ])('on %s is updated in place, in those fields and no others', async (provider, expected) => {
    const { claim, edit } = claims[provider]
    const [uids, sent] = [await uidsOf(claim), await sentFor(claim)]
    await edit(after)
    await eventually(async () => expect(changes(sent, await sentFor(claim))).toEqual(expected))
    await untilReady(claim)
    expect(changes(sent, await sentFor(claim))).toEqual(expected)
    expect(await uidsOf(claim)).toEqual(uids)
  })
})

describe('a resource without data that somebody deletes by hand', () => {
  it('comes back as it was', async () => {
    const { namespace, claim } = claims.byHand
    const sent = await sentFor(claim)
    const rule = (await composedOf(claim)).find(object => keyOfComposed(object).startsWith('clients-')) ?? {}
    // kubectl would wait until nothing is there, and it comes back faster than that.
    await kubectl('delete', 'securitygroupingressrules', '-n', namespace, '--all', '--wait=false')
    const uid = async () => textAt(await now(rule), 'metadata', 'uid') ?? textAt(rule, 'metadata', 'uid')
    await expect.poll(uid, { timeout: 30_000 }).not.toBe(textAt(rule, 'metadata', 'uid'))
    await untilReady(claim)
    expect(changes(sent, await sentFor(claim))).toEqual([])
  })
})

describe('a protected database', () => {
  it('can’t be deleted, not even by its owner, until the protection is taken off', async () => {
    const { namespace, claim, edit } = claims.protected
    const remove = () => kubectl('delete', 'xdatabase', 'orders', '-n', namespace).catch(String)
    expect(await remove()).toContain('deletion.protection is Enabled: set it to Disabled before deleting the claim')
    expect(condition(await now(claim), 'Ready')).toMatch(/^True/)
    expect(textAt(await now(claim), 'metadata', 'deletionTimestamp')).toBeUndefined()

    await edit({ deletion: { protection: 'Disabled' } })
    await expect.poll(remove, { timeout: 30_000, interval: 1000 }).toMatch(/ deleted/)
    await expect.poll(() => now(claim), { timeout: 30_000 }).toEqual({})
  })
})

async function inNamespaceOfItsOwn(provider: Provider, spec: JsonObject) {
  const namespace = await newNamespace('update')
  const claimFor = (asked: JsonObject) => pinned(databaseClaim(asked), namespace, provider)
  return { namespace, claim: claimFor(spec), edit: (asked: JsonObject) => cluster.apply(claimFor(asked)) }
}
