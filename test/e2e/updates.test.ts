import { beforeAll, describe, expect, it } from 'vitest'
import type { Provider } from '../../apis/blocks/placement.ts'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { objectAt, textAt } from '../../functions/runtime/read.ts'
import { databaseClaim } from '../harness/claims.ts'
import { examplePlatform } from '../harness/files.ts'
import {
  applyPlatform,
  cluster,
  composedOf,
  condition,
  eventually,
  keyOfComposed,
  kubectl,
  newNamespace,
  now,
  pinned,
  uidsOf,
  untilReady,
} from './bed.ts'
import { changes, sentFor } from './changes.ts'

beforeAll(() => applyPlatform())

/** A claim that is Ready, in a namespace of its own. */
const ready = async (provider: Provider, spec: JsonObject = {}) => {
  const namespace = await newNamespace('update')
  const claim = pinned(databaseClaim(spec), namespace, provider)
  await cluster.apply(claim)
  await untilReady(claim)
  return {
    namespace,
    claim,
    edit: (after: JsonObject) => cluster.apply(pinned(databaseClaim(after), namespace, provider)),
  }
}

const before = { size: 'small', storage: { size: '50Gi' }, backup: { retentionDays: 7 } }
const after = { size: 'medium', storage: { size: '200Gi' }, backup: { retentionDays: 14 } }

describe('a database that gets a larger machine, a larger disk and older backups', () => {
  it.concurrent.each<[Provider, readonly string[]]>([
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
    const { claim, edit } = await ready(provider, before)
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
    const { namespace, claim } = await ready('AWS')
    const sent = await sentFor(claim)
    const rule = (await composedOf(claim)).find(object => keyOfComposed(object).startsWith('clients-')) ?? {}
    await kubectl('delete', 'securitygroupingressrules', '-n', namespace, '--all')
    const uid = async () => textAt(await now(rule), 'metadata', 'uid') ?? textAt(rule, 'metadata', 'uid')
    await expect.poll(uid, { timeout: 30_000 }).not.toBe(textAt(rule, 'metadata', 'uid'))
    await untilReady(claim)
    expect(changes(sent, await sentFor(claim))).toEqual([])
  })
})

describe('a tag that the platform team adds', () => {
  it('reaches existing databases within seconds: core watches what the function requires', async () => {
    const { claim } = await ready('AWS')
    const [uids, sent] = [await uidsOf(claim), await sentFor(claim)]
    const spec = objectAt(examplePlatform(), 'spec')
    const aws = { ...objectAt(spec, 'providers', 'aws'), tags: { 'cost-center': '4712' } }
    await applyPlatform({ ...spec, providers: { ...objectAt(spec, 'providers'), aws } })
    const tagged = ['clients-10-0-0-0-16', 'instance', 'parameter-group-17', 'security-group', 'subnet-group'].map(
      key => `${key} spec.forProvider.tags.cost-center: "4711" → "4712"`,
    )
    await eventually(async () => expect(changes(sent, await sentFor(claim))).toEqual(tagged), 15)
    expect(await uidsOf(claim)).toEqual(uids)
    await applyPlatform()
  })
})

describe('a protected database', () => {
  it('can’t be deleted, not even by its owner, until the protection is taken off', async () => {
    const { namespace, claim, edit } = await ready('Kubernetes', { deletion: { protection: 'Enabled' } })
    const remove = () => kubectl('delete', 'xdatabase', 'orders', '-n', namespace).catch(String)
    expect(await remove()).toContain('deletion.protection is Enabled: set it to Disabled before deleting the claim')
    expect(condition(await now(claim), 'Ready')).toMatch(/^True/)
    expect(textAt(await now(claim), 'metadata', 'deletionTimestamp')).toBeUndefined()

    await edit({ deletion: { protection: 'Disabled' } })
    await expect.poll(remove, { timeout: 30_000, interval: 1000 }).toMatch(/ deleted/)
    await expect.poll(() => now(claim), { timeout: 30_000 }).toEqual({})
  })
})
