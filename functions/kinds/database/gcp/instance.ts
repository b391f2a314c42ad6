import { DatabaseInstance } from '../../../generated/sql.gcp.m.upbound.io/database-instance.ts'
import { present } from '../../../runtime/json.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { managed } from '../../composed.ts'
import { clone } from './clone.ts'
import type { GcpDatabase } from './database.ts'
import { ipConfiguration } from './ip-configuration.ts'

/** Cloud SQL counts the days from Monday, 1. */
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The server. */
export const instance = (db: GcpDatabase): Emit =>
  managed(
    db,
    'instance',
    DatabaseInstance,
    present({
      project: db.gcp.project,
      region: db.gcp.region,
      databaseVersion: `POSTGRES_${db.version}`,
      ...(db.beginning
        ? { clone: clone(db.beginning) }
        : { encryptionKeyName: db.encryption.atRest === 'CustomerManaged' ? db.gcp.encryptionKey : undefined }),
      deletionProtection: isProtected(db),
      settings: present({
        tier: db.size.machine,
        activationPolicy: db.state === 'Stopped' ? 'NEVER' : 'ALWAYS',
        // The newer default, ENTERPRISE_PLUS, has no db-custom machines.
        edition: 'ENTERPRISE',
        availabilityType: db.availability === 'MultiZone' ? 'REGIONAL' : 'ZONAL',
        diskType: 'PD_SSD',
        diskSize: db.storage.sizeGi,
        diskAutoresize: db.storage.maxSizeGi !== undefined,
        diskAutoresizeLimit: db.storage.maxSizeGi,
        ipConfiguration: ipConfiguration(db),
        backupConfiguration: {
          enabled: true,
          startTime: db.backup.startTime ?? '02:00',
          pointInTimeRecoveryEnabled: db.backup.pointInTimeRecovery === 'Enabled',
          // Cloud SQL Enterprise keeps the log for at most seven days.
          transactionLogRetentionDays: Math.min(7, db.backup.retentionDays),
          backupRetentionSettings: { retainedBackups: db.backup.retentionDays, retentionUnit: 'COUNT' },
        },
        finalBackupConfig:
          db.deletion.policy === 'Snapshot'
            ? { enabled: true, retentionDays: db.backup.retentionDays }
            : { enabled: false },
        maintenanceWindow: {
          day: days.indexOf(db.maintenance.dayOfWeek) + 1,
          hour: Number(db.maintenance.startTime.slice(0, 2)),
          updateTrack: 'stable',
        },
        deletionProtectionEnabled: isProtected(db),
        userLabels: db.gcp.labels,
      }),
    } as const),
    {
      providerConfigRef: db.gcp.providerConfigRef,
      connection: true,
      protection: {
        keep: [
          'spec.forProvider.project',
          'spec.forProvider.encryptionKeyName',
          'spec.forProvider.settings.ipConfiguration.privateNetwork',
        ],
        grow: ['spec.forProvider.settings.diskSize'],
        fixed: { 'spec.forProvider.region': 'spec.placement.region' },
      },
    },
  )

const isProtected = ({ deletion }: GcpDatabase): boolean => deletion.protection === 'Enabled'
