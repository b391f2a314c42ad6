import { describe, expect, it } from 'vitest'
import { restoring } from '../../../../functions/kinds/database/restore/restoring.ts'
import type { DatabaseSpec } from '../../../../apis/database/schema.ts'
import type { JsonObject } from '../../../../functions/runtime/json.ts'
import { restorable } from '../../../harness/restorable.ts'
import type { Description } from '../../../runtime/fixtures.ts'
import { name, observedDatabase } from '../../fixtures.ts'

const wanted = { restoreFrom: { database: { name: 'stock', namespace: 'shop' } } }
const told = { placement: { provider: 'AWS' }, restoredFrom: { database: { name: 'stock', namespace: 'shop' } } }

const instance = (forProvider: JsonObject): JsonObject => ({
  apiVersion: 'rds.aws.m.upbound.io/v1beta1',
  kind: 'Instance',
  spec: { forProvider },
})
const restoredInstance = instance({
  restoreToPointInTime: { sourceDbInstanceIdentifier: 'stock-instance', useLatestRestorableTime: true },
})

const decided = (spec: Partial<DatabaseSpec>, sent: Description = {}) => {
  const outcome = restoring({ engine: 'Postgres', ...spec }, observedDatabase(sent))
  return outcome.ok
    ? outcome.value
    : `${outcome.refusals[0]?.code} ${outcome.refusals[0]?.path} ${outcome.refusals[0]?.message}`
}

describe('what a database begins with', () => {
  it('is nothing, and asks for nothing, where no word says otherwise', () => {
    expect(decided({})).toMatchObject({ beginning: undefined, awaited: undefined, requirements: [] })
  })

  it('is the other one’s backups until the server is there, and from then on what that says', () => {
    expect(decided(wanted, { required: restorable('AWS') })).toMatchObject({
      beginning: { server: 'stock-instance' },
      origin: undefined,
    })
    const there = { composed: { instance: restoredInstance } }
    expect(decided(wanted, there)).toMatchObject({
      beginning: { server: 'stock-instance' },
      origin: told.restoredFrom,
      requirements: [],
    })
    expect(decided({}, { ...there, claim: { status: told } })).toMatchObject({
      beginning: { server: 'stock-instance' },
      origin: told.restoredFrom,
    })
  })

  it('is decided once: neither added to a database that is there, nor exchanged, by a definition that lets it', () => {
    expect(decided(wanted, { composed: { instance: instance({}) } })).toMatch(
      /^FixedField spec\.restoreFrom .* made without it/,
    )
    const other = { restoreFrom: { database: { name: 'other' } } }
    const there = { composed: { instance: restoredInstance }, claim: { status: told } }
    expect(decided(other, there)).toMatch(/^FixedField spec\.restoreFrom the database was made of shop\/stock/)
    const moment = { restoreFrom: { ...wanted.restoreFrom, pointInTime: '2026-11-27T00:00:00Z' } }
    expect(decided(moment, there)).toMatch(/^FixedField/)
  })
})

describe('a restored server that is not observed', () => {
  const overlooked = (found?: readonly JsonObject[], annotations: JsonObject = {}) =>
    decided(
      {},
      { claim: { status: told, metadata: { annotations } }, ...(found && { required: { 'restored-server': found } }) },
    )

  it('is looked for by its name first: nothing is composed anew, and nothing refused, before that is known', () => {
    expect(overlooked()).toMatchObject({
      awaited: expect.stringContaining('not known yet') as string,
      requirements: [['restored-server', { kind: 'Instance', matchName: name('instance'), namespace: 'team-a' }]],
    })
  })

  it('is the same as before where it was only overlooked', () => {
    expect(overlooked([restoredInstance])).toMatchObject({
      beginning: { server: 'stock-instance' },
      origin: told.restoredFrom,
    })
  })

  it('is not made again where it is gone, unless the claim says so', () => {
    expect(overlooked([])).toMatch(/^RestoredServerGone instance .*platform\.roadbed\.dev\/allow-removal: instance$/)
    expect(overlooked([], { 'platform.roadbed.dev/allow-removal': 'instance' })).toMatchObject({ beginning: undefined })
  })
})
