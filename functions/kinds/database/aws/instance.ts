import { Instance } from '../../../generated/rds.aws.m.upbound.io/instance.ts'
import { present } from '../../../runtime/json.ts'
import { composedName } from '../../../runtime/names.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { managed, nameOf } from '../../composed.ts'
import { username } from '../connection.ts'
import type { AwsDatabase } from './database.ts'
import { restoreToPointInTime } from './restore.ts'
import { storageOf } from './storage.ts'
import { backupWindow, maintenanceWindow } from './windows.ts'

/** The server. The provider makes its password and keeps it in a Secret that it owns. */
export const instance = (db: AwsDatabase): Emit => {
  const name = nameOf(db.observed, 'instance')
  const [first] = db.databases
  return managed(
    db,
    'instance',
    Instance,
    present({
      region: db.aws.region,
      // Without it RDS calls the instance terraform-<time>.
      identifier: name,
      engine: 'postgres',
      engineVersion: db.version,
      allowMajorVersionUpgrade: true,
      autoMinorVersionUpgrade: true,
      instanceClass: db.size.machine,
      multiAz: db.availability === 'MultiZone',
      ...storageOf(db.storage),
      storageEncrypted: true,
      ...(db.beginning
        ? { restoreToPointInTime: restoreToPointInTime(db.beginning) }
        : {
            kmsKeyId: db.encryption.atRest === 'CustomerManaged' ? db.aws.encryptionKey : undefined,
            dbName: first.name,
          }),
      username,
      autoGeneratePassword: true,
      passwordSecretRef: { name: composedName(db.claim, 'instance-password'), key: 'password' },

      dbSubnetGroupNameRef: { name: db.aws.names.subnetGroup },
      vpcSecurityGroupIdRefs: [{ name: db.aws.names.securityGroup }],
      // Always: after a major upgrade the name is another one.
      parameterGroupNameRef: { name: db.aws.names.parameterGroup, policy: { resolve: 'Always' } },
      publiclyAccessible: db.network.exposure === 'Public',
      port: db.network.port,
      caCertIdentifier: 'rds-ca-rsa2048-g1',

      backupRetentionPeriod: db.backup.retentionDays,
      backupWindow: backupWindow(db.backup),
      copyTagsToSnapshot: true,
      deleteAutomatedBackups: db.deletion.policy === 'Delete',
      maintenanceWindow: maintenanceWindow(db.maintenance),
      applyImmediately: true,

      deletionProtection: db.deletion.protection === 'Enabled',
      skipFinalSnapshot: db.deletion.policy !== 'Snapshot',
      finalSnapshotIdentifier: db.deletion.policy === 'Snapshot' ? `${name}-final` : undefined,
      tags: db.aws.tags,
    } as const),
    {
      providerConfigRef: db.aws.providerConfigRef,
      connection: true,
      protection: {
        keep: ['spec.forProvider.identifier', 'spec.forProvider.kmsKeyId'],
        grow: ['spec.forProvider.allocatedStorage'],
        fixed: {
          'spec.forProvider.region': 'spec.placement.region',
          'spec.forProvider.engine': 'spec.engine',
          'spec.forProvider.dbName': 'spec.databases',
          'spec.forProvider.username': 'spec',
          'spec.forProvider.storageEncrypted': 'spec.encryption.atRest',
          // A public server lives in other subnets, and an instance can't leave those that it is in.
          'spec.forProvider.publiclyAccessible': 'spec.network.exposure',
        },
      },
    },
  )
}
