import { Database } from '../../../generated/postgresql.cnpg.io/database.ts'
import { itemKey } from '../../../runtime/keys.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { object } from '../../composed.ts'
import { username } from '../connection.ts'
import type { LogicalDatabase } from '../database.ts'
import { defaultCollation } from '../locale.ts'
import type { KubernetesDatabase } from './database.ts'
import { whenDatabaseApplied } from './readiness.ts'

/** A database after the first, which the cluster is made with. It goes with the cluster, never by itself. */
export const logicalDatabase = (
  { claim, kubernetes }: KubernetesDatabase,
  { name, encoding = 'UTF8', collation = defaultCollation }: LogicalDatabase,
): Emit =>
  object(
    claim,
    itemKey('database', name),
    Database,
    {
      spec: {
        cluster: { name: kubernetes.clusterName },
        name,
        owner: username,
        encoding,
        localeCollate: collation,
        localeCType: collation,
        template: 'template0',
        databaseReclaimPolicy: 'retain',
      },
    },
    {
      readiness: whenDatabaseApplied,
      protection: {
        fixed: {
          'spec.encoding': `spec.databases[${name}].encoding`,
          'spec.localeCollate': `spec.databases[${name}].collation`,
        },
      },
    },
  )
