import { itemKey } from '../../../runtime/keys.ts'
import { each, type Plan } from '../../../runtime/plan.ts'
import type { DatabaseKey } from '../keys.ts'
import { cluster } from './cluster.ts'
import type { KubernetesDatabase } from './database.ts'
import { logicalDatabase } from './logical-database.ts'
import { networkPolicy } from './network-policy.ts'
import { objectStore, restoreStore } from './object-store.ts'
import { scheduledBackup } from './scheduled-backup.ts'

/** A database in the cluster: a CloudNativePG cluster that only the allowed sources reach, backed up on schedule. */
export const plan = (db: KubernetesDatabase): Plan<DatabaseKey> => {
  const [, ...further] = db.databases
  return {
    'object-store': objectStore(db),
    'restore-store': restoreStore(db),
    cluster: cluster(db),
    'network-policy': networkPolicy(db),
    'scheduled-backup': scheduledBackup(db),
    ...each(further, database => [itemKey('database', database.name), logicalDatabase(db, database)]),
  }
}
