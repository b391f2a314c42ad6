import { ScheduledBackup } from '../../../generated/postgresql.cnpg.io/scheduled-backup.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import { object } from '../../composed.ts'
import { backupPlugin, type KubernetesDatabase } from './database.ts'

/** Takes the backups: into the platform's store, or as volume snapshots, which outlive the claim. The first at once. */
export const scheduledBackup = ({ claim, kubernetes, backup, state }: KubernetesDatabase): Entry =>
  backup.target === 'Nowhere'
    ? absent('there is neither a backup store nor a volume snapshot')
    : object(claim, 'scheduled-backup', ScheduledBackup, {
        spec: {
          cluster: { name: kubernetes.clusterName },
          // CloudNativePG's schedules begin with a field for the second.
          schedule: `0 ${backup.schedule}`,
          immediate: true,
          // Backups of a server that is stopped would all fail.
          ...(state === 'Stopped' && { suspend: true }),
          backupOwnerReference: 'none',
          ...(backup.target === 'Store'
            ? ({ method: 'plugin', pluginConfiguration: { name: backupPlugin } } as const)
            : ({ method: 'volumeSnapshot' } as const)),
        },
      })
