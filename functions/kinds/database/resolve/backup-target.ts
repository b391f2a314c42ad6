import type { Observed } from '../../../runtime/observed.ts'
import { Capability, type SchemaSelector } from '../../../runtime/protocol.ts'
import type { Facts } from '../../../settings/facts.ts'
import type { BackupTarget } from '../database.ts'

const volumeSnapshots = 'volume-snapshots'

/**
 * Where backups can go. CloudNativePG refuses to schedule volume snapshots in a cluster that has none, so unless the
 * platform declares them it is asked; until the answer is there they are taken to be there.
 */
export const backupTarget = (facts: Facts, observed: Observed): BackupTarget => {
  if (facts.provider !== 'Kubernetes') return 'Cloud'
  if (facts.backupStore) return 'Store'
  if (facts.storage?.snapshotClassName) return 'Snapshots'
  const installed = observed.can(Capability.requiredSchemas) && (observed.installed(volumeSnapshots) ?? true)
  return installed ? 'Snapshots' : 'Nowhere'
}

/** What has to be asked for to know the target. */
export const targetRequirements = (facts: Facts): readonly (readonly [string, SchemaSelector])[] =>
  facts.provider === 'Kubernetes' && !facts.backupStore && !facts.storage?.snapshotClassName
    ? [[volumeSnapshots, { apiVersion: 'snapshot.storage.k8s.io/v1', kind: 'VolumeSnapshot' }]]
    : []
