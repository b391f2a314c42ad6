import { ObjectStore } from '../../../generated/barmancloud.cnpg.io/object-store.ts'
import { present } from '../../../runtime/json.ts'
import { absent, waiting, type Entry } from '../../../runtime/plan.ts'
import { object } from '../../composed.ts'
import type { KubernetesDatabase } from './database.ts'

/** Where backups and the log go: the platform's store, in a folder of this database. */
export const objectStore = (db: KubernetesDatabase): Entry => {
  const { claim, kubernetes, backup } = db
  return kubernetes.backupStore
    ? object(claim, 'object-store', ObjectStore, {
        spec: {
          configuration: configuration(kubernetes.backupStore, claim.namespace),
          retentionPolicy: `${backup.retentionDays}d`,
        },
      })
    : absent('the platform declares no backup store')
}

/** Where the backups are that the cluster is made of. Nothing is ever written there or cleared away. */
export const restoreStore = ({ claim, kubernetes: { backupStore: store }, beginning }: KubernetesDatabase): Entry => {
  if (beginning?.namespace === undefined) return absent('it is made of no backups')
  if (!store) return waiting('the platform', 'it declares no backup store any more')
  return object(
    claim,
    'restore-store',
    ObjectStore,
    { spec: { configuration: configuration(store, beginning.namespace) } },
    { protection: { frozen: true } },
  )
}

type Store = NonNullable<KubernetesDatabase['kubernetes']['backupStore']>

const configuration = (
  { destinationPath, endpointUrl, credentials }: Store,
  namespace: string,
): ObjectStore['spec']['configuration'] => {
  const secret = credentials.secretName ?? 'backup-store'
  return present<ObjectStore['spec']['configuration']>({
    destinationPath: `${destinationPath.replace(/\/+$/, '')}/${namespace}`,
    endpointURL: endpointUrl,
    s3Credentials:
      credentials.mode === 'WorkloadIdentity'
        ? { inheritFromIAMRole: true }
        : {
            accessKeyId: { name: secret, key: 'ACCESS_KEY_ID' },
            secretAccessKey: { name: secret, key: 'ACCESS_SECRET_KEY' },
          },
    data: { compression: 'gzip' },
    wal: { compression: 'gzip' },
  })
}
