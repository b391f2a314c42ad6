import { describe, expect, it } from 'vitest'
import type { DatabaseSpec } from '../../../../apis/database/schema.ts'
import type { Database } from '../../../../functions/kinds/database/database.ts'
import { restoreRefusals } from '../../../../functions/kinds/database/restore/checks.ts'
import type { Source } from '../../../../functions/kinds/database/restore/source.ts'
import { database, facts, restorable as source } from '../../fixtures.ts'

const onGcp = { provider: 'GCP', region: 'europe-west1', account: 'default (acme)' } as const
const onAzure = { provider: 'Azure', region: 'westeurope' } as const

const now = Date.parse('2026-11-28T06:00:00Z')

const wrong = (db: Partial<Database>, change: Partial<Source> = {}, spec: Partial<DatabaseSpec> = {}) =>
  restoreRefusals(
    database(db),
    { engine: 'Postgres', restoreFrom: { database: { name: 'stock' } }, ...spec },
    { ...source, ...change },
    { hasPassed: moment => moment <= now },
  ).map(({ path, message }) => `${path}: ${message}`)

const gcp = { provider: 'GCP', facts: facts.GCP } as const
const azure = { provider: 'Azure', facts: facts.Azure } as const
const kubernetes = { provider: 'Kubernetes', facts: facts.Kubernetes } as const

describe('a copy', () => {
  it('is refused nothing where it is in the place of what it is a copy of', () => {
    expect(wrong({})).toEqual([])
    expect(wrong(gcp, onGcp)).toEqual([])
    expect(wrong(azure, onAzure)).toEqual([])
  })

  it('stays with its provider, its region and its account, and is told which: backups do not leave them', () => {
    expect(wrong(gcp)[0]).toMatch(/^spec\.placement\.provider: .* write AWS$/)
    expect(wrong({}, { region: 'eu-central-1' })[0]).toMatch(/^spec\.placement\.region: .* write eu-central-1$/)
    expect(wrong({}, { account: 'theirs' })[0]).toMatch(/^spec\.restoreFrom\.database: .*\(theirs\).*\(default\)/)
    expect(wrong(gcp, { ...onGcp, account: 'default (other)' })[0]).toMatch(/can’t be restored across accounts/)
  })

  it('in the cluster needs the platform’s store: snapshots stay in their namespace', () => {
    const here = { provider: 'Kubernetes', region: undefined, account: undefined } as const
    expect(wrong(kubernetes, here)[0]).toMatch(/kubernetes\.backupStore: restoreFrom needs a store/)
    const backupStore = { destinationPath: 's3://backups', credentials: { mode: 'WorkloadIdentity' } } as const
    expect(wrong({ ...kubernetes, facts: { ...facts.Kubernetes, backupStore } }, here)).toEqual([])
  })

  it('is of the same version: none restores a backup with another', () => {
    expect(wrong({}, {}, { version: '17' })[0]).toMatch(/^spec\.version: the backups are of 16/)
    expect(wrong({}, {}, { version: '16' })).toEqual([])
  })

  it('is as public on Azure as what it is a copy of, and on others as its claim says', () => {
    expect(wrong(azure, { ...onAzure, exposure: 'Public' })[0]).toMatch(/^spec\.network\.exposure/)
    expect(wrong({}, { exposure: 'Public' })).toEqual([])
  })

  it('of a server that is stopped is made on GCP of its backups only', () => {
    const stopped = { ...onGcp, state: 'Stopped' }
    expect(wrong(gcp, stopped)[0]).toMatch(/start it, or name a pointInTime/)
    const pointInTime = '2026-11-27T00:00:00Z'
    expect(wrong(gcp, stopped, { restoreFrom: { database: { name: 'stock' }, pointInTime } })).toEqual([])
    expect(wrong({}, { state: 'Stopped' })).toEqual([])
  })
})

describe('a moment to restore', () => {
  const at = (pointInTime: string, change: Partial<Source> = {}) =>
    wrong({}, change, { restoreFrom: { database: { name: 'stock' }, pointInTime } })

  it.each<[string, string, Partial<Source>, string | undefined]>([
    ['is one of those that are kept', '2026-11-28T06:00:00Z', {}, undefined],
    ['is a day that there is', '2026-02-30T00:00:00Z', {}, 'there is no such day'],
    ['has been', '2026-11-28T06:00:01Z', {}, 'it is still to come'],
    ['is not before the database', '2026-11-19T00:00:00Z', {}, 'there since 2026-11-20T00:00:00Z'],
    ['is not before the oldest backup', '2026-11-21T05:59:59Z', {}, 'kept for 7 days'],
    ['needs the log', '2026-11-28T00:00:00Z', { pointInTimeRecovery: 'Disabled' }, 'keeps no log'],
  ])('%s', (_, moment, change, says) => {
    const [refusal] = at(moment, change)
    if (says === undefined) expect(refusal).toBeUndefined()
    else expect(refusal).toContain(says)
  })
})
