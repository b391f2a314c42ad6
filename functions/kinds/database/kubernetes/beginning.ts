import type { Cluster } from '../../../generated/postgresql.cnpg.io/cluster.ts'
import { nameOf } from '../../composed.ts'
import { username } from '../connection.ts'
import { defaultCollation } from '../locale.ts'
import { backupPlugin, type KubernetesDatabase } from './database.ts'

type Begun = Pick<Cluster['spec'], 'bootstrap' | 'externalClusters'>

/**
 * What the cluster begins with: an empty database, or the backups of another cluster. Then as well its user is given a password of its own
 * that the operator makes, and owns the database (CloudNativePG's manual, “Recovery”). The other cluster is called as the namespace that
 * it is in: from that it is known later where its backups are.
 */
export const beginning = (db: KubernetesDatabase): Begun => {
  const [{ name: database, encoding = 'UTF8', collation = defaultCollation }] = db.databases
  if (!db.beginning)
    return {
      bootstrap: {
        initdb: {
          database,
          owner: username,
          encoding,
          localeCollate: collation,
          localeCType: collation,
          dataChecksums: true,
        },
      },
    }
  const { server, namespace = '', pointInTime } = db.beginning
  return {
    bootstrap: {
      recovery: {
        source: namespace,
        database,
        owner: username,
        ...(pointInTime !== undefined && { recoveryTarget: { targetTime: pointInTime } }),
      },
    },
    externalClusters: [
      {
        name: namespace,
        plugin: {
          name: backupPlugin,
          parameters: { barmanObjectName: nameOf(db.observed, 'restore-store'), serverName: server },
        },
      },
    ],
  }
}
