import type { KubernetesFacts } from '../../../settings/facts.ts'
import { nameOf } from '../../composed.ts'
import type { Database } from '../database.ts'

/** A claim with everything decided, and what this cluster has for it. */
export interface KubernetesDatabase extends Database {
  readonly kubernetes: {
    readonly operatorNamespace: string
    readonly storage: NonNullable<KubernetesFacts['storage']>
    readonly backupStore: KubernetesFacts['backupStore']
    /** The names that the resources have among each other. */
    readonly clusterName: string
    readonly objectStoreName: string
  }
}

export const onKubernetes = (
  db: Database,
  { operators, storage, backupStore }: KubernetesFacts,
): KubernetesDatabase => ({
  ...db,
  kubernetes: {
    operatorNamespace: operators?.postgres?.namespace ?? 'cnpg-system',
    storage: storage ?? {},
    backupStore,
    clusterName: nameOf(db.observed, 'cluster'),
    objectStoreName: nameOf(db.observed, 'object-store'),
  },
})

/** The name of the Barman Cloud plugin, to which the operator hands backups for a store. */
export const backupPlugin = 'barman-cloud.cloudnative-pg.io'
