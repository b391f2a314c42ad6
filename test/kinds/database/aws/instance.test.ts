import { describe, expect, it } from 'vitest'
import { instance } from '../../../../functions/kinds/database/aws/instance.ts'
import type { Database } from '../../../../functions/kinds/database/database.ts'
import { protect } from '../../../../functions/runtime/protect.ts'
import { awsDatabase, database, emitted, forProvider, managing, name, whole } from '../../fixtures.ts'

const asked = (db: Partial<Database> = {}, encryptionKey = 'arn') =>
  forProvider(instance(awsDatabase({ db, place: { encryptionKey } })))

it('asks for exactly what was decided', () => {
  const db = awsDatabase()
  expect(forProvider(instance(db))).toEqual({
    region: 'eu-west-1',
    identifier: name('instance'),
    engine: 'postgres',
    engineVersion: '17',
    allowMajorVersionUpgrade: true,
    autoMinorVersionUpgrade: true,
    instanceClass: 'machine-1',
    multiAz: false,
    storageType: 'gp3',
    allocatedStorage: 50,
    storageEncrypted: true,
    dbName: 'orders',
    username: 'app',
    autoGeneratePassword: true,
    passwordSecretRef: { name: name('instance-password'), key: 'password' },
    dbSubnetGroupNameRef: { name: name('subnet-group') },
    vpcSecurityGroupIdRefs: [{ name: name('security-group') }],
    parameterGroupNameRef: { name: name('parameter-group-17'), policy: { resolve: 'Always' } },
    publiclyAccessible: false,
    port: 5432,
    caCertIdentifier: 'rds-ca-rsa2048-g1',
    backupRetentionPeriod: 7,
    backupWindow: '02:00-03:00',
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: true,
    maintenanceWindow: 'sun:04:00-sun:05:00',
    applyImmediately: true,
    deletionProtection: false,
    skipFinalSnapshot: true,
    tags: db.aws.tags,
  })
  expect(managing(instance(db))).toEqual({ ...whole, writeConnectionSecretToRef: { name: name('instance-details') } })
})

it('turns on what the claim asks for', () => {
  const { network } = database()
  expect(
    asked({
      availability: 'MultiZone',
      network: { ...network, exposure: 'Public', port: 6000 },
      encryption: { atRest: 'CustomerManaged', inTransit: 'Required' },
      databases: [{ name: 'first' }, { name: 'second' }],
    }),
  ).toMatchObject({ multiAz: true, publiclyAccessible: true, port: 6000, kmsKeyId: 'arn', dbName: 'first' })
  expect(asked()).not.toHaveProperty('kmsKeyId')
})

describe('when the claim is deleted', () => {
  const deleted = (policy: 'Delete' | 'Orphan' | 'Snapshot', protection: 'Enabled' | 'Disabled') => {
    const { deletionProtection, skipFinalSnapshot, finalSnapshotIdentifier, deleteAutomatedBackups } = asked({
      deletion: { policy, protection },
    })
    return [deletionProtection, skipFinalSnapshot, finalSnapshotIdentifier, deleteAutomatedBackups]
  }

  it('keeps a last snapshot and its backups where the policy is Snapshot, or the data is gone', () => {
    expect(deleted('Snapshot', 'Enabled')).toEqual([true, false, `${name('instance')}-final`, false])
    expect(deleted('Orphan', 'Disabled')).toEqual([false, true, undefined, false])
    expect(deleted('Delete', 'Disabled')).toEqual([false, true, undefined, true])
  })
})

describe('once it exists', () => {
  const existing = (fields: Record<string, string | number | boolean>) => ({ spec: { forProvider: fields } })
  const planned = emitted(instance(awsDatabase()))

  it('keeps its identifier, its key and a disk that has grown', () => {
    const outcome = protect(
      'instance',
      planned,
      existing({ identifier: 'old', kmsKeyId: 'old-arn', allocatedStorage: 80 }),
    )
    expect(outcome.ok && outcome.value.resource).toMatchObject({
      spec: { forProvider: { identifier: 'old', kmsKeyId: 'old-arn', allocatedStorage: 80 } },
    })
  })

  it('is never replaced: what RDS can’t change in place is refused at the claim’s field', () => {
    const other = { region: 'us-east-1', engine: 'mysql', dbName: 'b', username: 'root', storageEncrypted: false }
    const outcome = protect('instance', planned, existing(other))
    expect(outcome.ok ? [] : outcome.refusals.map(({ path }) => path)).toEqual([
      'spec.placement.region',
      'spec.engine',
      'spec.databases',
      'spec',
      'spec.encryption.atRest',
    ])
  })

  it('is known by the name that it has', () => {
    const sent = { composed: { instance: { metadata: { name: 'old' } } } }
    const deletion = { policy: 'Snapshot', protection: 'Disabled' } as const
    expect(forProvider(instance(awsDatabase({ db: { deletion }, sent })))).toMatchObject({
      identifier: 'old',
      finalSnapshotIdentifier: 'old-final',
    })
  })
})
