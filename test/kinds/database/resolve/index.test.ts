import { expect, it } from 'vitest'
import type { DatabaseSpec } from '../../../../apis/database/schema.ts'
import type { PlatformSpec } from '../../../../apis/platform/schema.ts'
import { resolve } from '../../../../functions/kinds/database/resolve/index.ts'
import type { JsonObject } from '../../../../functions/runtime/json.ts'
import type { Input } from '../../../../apis/input.ts'
import { examplePlatform } from '../../../harness/files.ts'
import { observedDatabase, restorable } from '../../fixtures.ts'

const everything = examplePlatform()['spec'] as PlatformSpec

const input: Input = { apiVersion: 'function.roadbed.dev/v1alpha1', kind: 'Input', behaviour: 1 }

interface Situation {
  readonly spec?: Partial<DatabaseSpec>
  readonly platform?: PlatformSpec
  readonly input?: Partial<Input>
  readonly status?: JsonObject
}

const resolved = (situation: Situation = {}) => {
  const observed = observedDatabase({ claim: { status: situation.status ?? {} } })
  const spec = { engine: 'Postgres', size: 'small', ...situation.spec } as const
  return resolve(spec, situation.platform ?? everything, { ...input, ...situation.input }, observed)
}

it('gives a copy the version, the database and the key of what it is a copy of, whatever the defaults are by now', () => {
  const source = { ...restorable, atRest: 'CustomerManaged' }
  const beginning = { server: 'stock', namespace: undefined, pointInTime: undefined }
  const outcome = resolve({ engine: 'Postgres' }, everything, input, observedDatabase(), { beginning, source })
  expect(outcome).toMatchObject({
    value: {
      beginning,
      version: '16',
      databases: [{ name: 'stock' }],
      encryption: { atRest: 'CustomerManaged' },
      storage: { size: '50Gi' },
      origins: { version: 'existing' },
    },
  })
  const others: DatabaseSpec = { engine: 'Postgres', databases: [{ name: 'orders' }] }
  expect(resolve(others, everything, input, observedDatabase(), { beginning, source })).toMatchObject({
    refusals: [{ code: 'FixedField', path: 'spec.databases' }],
  })
})

const valueOf = (situation: Situation) => {
  const outcome = resolved(situation)
  return outcome.ok ? outcome.value : undefined
}

const refusalsOf = (situation: Situation) => {
  const outcome = resolved(situation)
  return outcome.ok ? [] : outcome.refusals.map(({ code, path }) => `${code} ${path}`)
}

it('decides everything for a claim that says nothing, on a platform that says nothing', () => {
  const { claim, observed, facts, ...decided } = valueOf({ platform: {} }) ?? {}
  expect(decided).toEqual({
    provider: 'Kubernetes',
    account: 'Platform',
    environment: 'Development',
    inEnvironment: undefined,
    size: { name: 'small', cpu: '1', memory: '2Gi', storage: '20Gi', machine: undefined },
    version: '17',
    availability: 'SingleZone',
    state: 'Active',
    origins: expect.objectContaining({ size: 'claim', version: 'built in' }) as unknown,
    storage: { size: '20Gi', sizeGi: 20, maxSizeGi: undefined, type: 'SSD', iops: undefined, throughput: undefined },
    databases: [{ name: 'orders' }],
    network: { exposure: 'Private', port: 5432, services: [], cidrs: [] },
    encryption: { atRest: 'ProviderManaged', inTransit: 'Required' },
    backup: {
      target: 'Snapshots',
      policy: 'daily',
      schedule: '0 2 * * *',
      startTime: '02:00',
      windowMinutes: 60,
      retentionDays: 7,
      pointInTimeRecovery: 'Disabled',
    },
    maintenance: { dayOfWeek: 'Sunday', startTime: '04:00', durationMinutes: 60 },
    deletion: { policy: 'Delete', protection: 'Disabled' },
    secretName: 'orders-conn',
    deviations: [
      expect.objectContaining({ field: 'spec.backup.pointInTimeRecovery' }),
      expect.objectContaining({ field: 'spec.backup' }),
    ],
  })
  expect([claim?.name, observed?.claim, facts]).toEqual(['orders', claim, { provider: 'Kubernetes' }])
})

it('goes where the platform says, and where its Composition is pinned to', () => {
  expect(valueOf({})).toMatchObject({ provider: 'AWS', facts: { region: { name: 'eu-west-1' } } })
  expect(valueOf({ input: { provider: 'GCP' } })).toMatchObject({
    provider: 'GCP',
    size: { machine: 'db-custom-1-3840' },
  })
  expect(refusalsOf({ spec: { placement: { provider: 'Azure' } }, input: { provider: 'GCP' } })).toEqual([
    'PlacementConflict spec.placement.provider',
  ])
})

it('stays what its status says that it is: platform and defaults change, data does not', () => {
  const status = {
    placement: { provider: 'AWS', region: 'us-east-1' },
    effective: {
      version: '15',
      database: 'old_name',
      storage: { size: '300Gi' },
      encryption: { atRest: 'CustomerManaged' },
    },
  }
  const network = { vpcId: 'vpc-2', databaseSubnetIds: ['a', 'b'] }
  const regions = ['eu-west-1', 'us-east-1'].map(name => ({ name, network }))
  const platform: PlatformSpec = { providers: { aws: { regions } }, defaultPlacement: { provider: 'GCP' } }
  expect(valueOf({ status, platform })).toMatchObject({
    provider: 'AWS',
    facts: { region: { name: 'us-east-1' } },
    version: '15',
    databases: [{ name: 'old_name' }],
    storage: { size: '300Gi' },
    encryption: { atRest: 'CustomerManaged' },
  })
})

it('takes the environment’s defaults, and the claim’s word before them', () => {
  const platform: PlatformSpec = {
    ...everything,
    environmentType: 'Staging',
    environmentTypes: [
      { name: 'Staging', availability: 'SingleZone', backupPolicy: 'hourly', deletion: { policy: 'Orphan' } },
    ],
  }
  expect(valueOf({ platform })).toMatchObject({
    availability: 'SingleZone',
    backup: { policy: 'hourly' },
    deletion: { policy: 'Orphan', protection: 'Disabled' },
  })
  expect(valueOf({ platform: { ...everything, environmentType: 'Staging' } })).toMatchObject({
    availability: 'MultiZone',
    backup: { policy: 'daily' },
    deletion: { policy: 'Snapshot', protection: 'Disabled' },
  })
  const spec = {
    availability: 'MultiZone',
    backup: { policy: 'weekly' },
    deletion: { policy: 'Delete' },
    writeConnectionSecretToRef: { name: 'chosen' },
  } as const
  expect(valueOf({ platform, spec })).toMatchObject({
    availability: 'MultiZone',
    backup: { policy: 'weekly' },
    deletion: { policy: 'Delete' },
    secretName: 'chosen',
  })
})

it('tells what is missing of place, size and backup at once', () => {
  const platform: PlatformSpec = { defaultPlacement: { provider: 'AWS' } }
  expect(refusalsOf({ platform, spec: { size: 'tiny', backup: { policy: 'never' } } })).toEqual([
    'ProviderNotConfigured XPlatform/default spec.providers.aws',
    'UnknownSize spec.size',
    'UnknownBackupPolicy spec.backup.policy',
  ])
  expect(refusalsOf({ spec: { size: 'tiny' } })).toEqual(['UnknownSize spec.size'])
  expect(refusalsOf({ spec: { backup: { policy: 'never' } } })).toEqual(['UnknownBackupPolicy spec.backup.policy'])
  expect(refusalsOf({ platform })).toEqual(['ProviderNotConfigured XPlatform/default spec.providers.aws'])
})

it('tells everything else at once too, each at its field, or a claim is refused nine times in a row', () => {
  const spec: Partial<DatabaseSpec> = {
    version: '14',
    availability: 'MultiZone',
    storage: { size: '10Gi', iops: 3000 },
    databases: [{ name: 'a' }],
    network: { port: 6000 },
    encryption: { atRest: 'CustomerManaged' },
    backup: { retentionDays: 1 },
    deletion: { policy: 'Snapshot' },
    placement: { provider: 'Azure' },
  }
  const status = {
    placement: { provider: 'Azure' },
    effective: { version: '15', database: 'b', storage: { size: '20Gi' }, encryption: { atRest: 'ProviderManaged' } },
  }
  expect(refusalsOf({ spec, status })).toEqual([
    'DowngradeRefused spec.version',
    'UnsupportedByProvider spec.version',
    'InvalidCombination spec.availability',
    'StorageShrink spec.storage.size',
    'UnsupportedByProvider spec.storage.iops',
    'FixedField spec.databases',
    'UnsupportedByProvider spec.network.port',
    'FixedField spec.encryption.atRest',
    'UnsupportedByProvider spec.backup.retentionDays',
    'UnsupportedByProvider spec.deletion.policy',
  ])
})

it('lists every deviation, also of the maintenance window', () => {
  const spec: Partial<DatabaseSpec> = { maintenanceWindow: { dayOfWeek: 'Monday', startTime: '03:00' } }
  expect(valueOf({ platform: {}, spec })?.deviations.map(({ field }) => field)).toEqual([
    'spec.backup.pointInTimeRecovery',
    'spec.backup',
    'spec.maintenanceWindow',
  ])
})
