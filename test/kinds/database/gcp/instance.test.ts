import { expect, it } from 'vitest'
import { weekdays } from '../../../../apis/blocks/maintenance-window.ts'
import type { Database } from '../../../../functions/kinds/database/database.ts'
import { instance } from '../../../../functions/kinds/database/gcp/instance.ts'
import { database, forProvider, gcpDatabase, managing, name, sent, whole } from '../../fixtures.ts'

const { storage, backup } = database()

const asked = (db: Partial<Database> = {}) =>
  sent(instance(gcpDatabase({ db, place: { encryptionKey: 'key' } })), 'spec.forProvider.settings')

it('asks for exactly what was decided', () => {
  const db = gcpDatabase()
  expect(forProvider(instance(db))).toEqual({
    project: 'acme',
    region: 'europe-west1',
    databaseVersion: 'POSTGRES_17',
    deletionProtection: false,
    settings: {
      tier: 'machine-1',
      activationPolicy: 'ALWAYS',
      edition: 'ENTERPRISE',
      availabilityType: 'ZONAL',
      diskType: 'PD_SSD',
      diskSize: 50,
      diskAutoresize: false,
      ipConfiguration: {
        privateNetwork: 'projects/acme/global/networks/main',
        ipv4Enabled: false,
        sslMode: 'ENCRYPTED_ONLY',
      },
      backupConfiguration: {
        enabled: true,
        startTime: '02:00',
        pointInTimeRecoveryEnabled: true,
        transactionLogRetentionDays: 7,
        backupRetentionSettings: { retainedBackups: 7, retentionUnit: 'COUNT' },
      },
      finalBackupConfig: { enabled: false },
      maintenanceWindow: { day: 7, hour: 4, updateTrack: 'stable' },
      deletionProtectionEnabled: false,
      userLabels: db.gcp.labels,
    },
  })
  expect(managing(instance(db))).toEqual({ ...whole, writeConnectionSecretToRef: { name: name('instance-details') } })
})

it('turns on what the claim asks for', () => {
  const db = { availability: 'MultiZone', storage: { ...storage, sizeGi: 30, maxSizeGi: 80 } } as const
  expect(asked(db)).toMatchObject({
    availabilityType: 'REGIONAL',
    diskSize: 30,
    diskAutoresize: true,
    diskAutoresizeLimit: 80,
  })
  const encryption = { atRest: 'CustomerManaged', inTransit: 'Required' } as const
  const place = { encryptionKey: 'key' }
  expect(forProvider(instance(gcpDatabase({ db: { encryption }, place })))['encryptionKeyName']).toBe('key')
  expect(forProvider(instance(gcpDatabase({ place })))).not.toHaveProperty('encryptionKeyName')
})

it('keeps the log for at most the seven days that Cloud SQL allows, or the instance is refused', () => {
  const kept = (retentionDays: number) => asked({ backup: { ...backup, retentionDays } })['backupConfiguration']
  expect(kept(30)).toMatchObject({
    transactionLogRetentionDays: 7,
    backupRetentionSettings: { retainedBackups: 30 },
  })
  expect(kept(3)).toMatchObject({ transactionLogRetentionDays: 3, backupRetentionSettings: { retainedBackups: 3 } })
  const off = { ...backup, startTime: undefined, pointInTimeRecovery: 'Disabled' } as const
  expect(asked({ backup: off })['backupConfiguration']).toMatchObject({
    startTime: '02:00',
    pointInTimeRecoveryEnabled: false,
  })
})

it('is protected in the cloud too, and keeps a last backup where the policy is Snapshot', () => {
  const db = gcpDatabase({ db: { deletion: { policy: 'Snapshot', protection: 'Enabled' } } })
  expect(forProvider(instance(db))).toMatchObject({
    deletionProtection: true,
    settings: { deletionProtectionEnabled: true, finalBackupConfig: { enabled: true, retentionDays: 7 } },
  })
})

it('is patched on the claim’s day, which Cloud SQL counts from Monday', () => {
  const counted = weekdays.map(
    dayOfWeek => asked({ maintenance: { dayOfWeek, startTime: '22:45', durationMinutes: 60 } })['maintenanceWindow'],
  )
  expect(counted).toEqual([1, 2, 3, 4, 5, 6, 7].map(day => ({ day, hour: 22, updateTrack: 'stable' })))
})

it('is never moved or replaced for a fact of the platform, and never shrinks', () => {
  expect(instance(gcpDatabase()).protection).toEqual({
    keep: [
      'spec.forProvider.project',
      'spec.forProvider.encryptionKeyName',
      'spec.forProvider.settings.ipConfiguration.privateNetwork',
    ],
    grow: ['spec.forProvider.settings.diskSize'],
    fixed: { 'spec.forProvider.region': 'spec.placement.region' },
  })
})

it('is stopped by its activation policy, and by nothing that would delete it', () => {
  const [running, stopped] = [asked(), asked({ state: 'Stopped' })]
  expect(stopped).toEqual({ ...running, activationPolicy: 'NEVER' })
})
