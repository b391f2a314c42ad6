import { ObjectStore } from '../../../generated/barmancloud.cnpg.io/object-store.ts'
import { present } from '../../../runtime/json.ts'
import { absent, type Entry } from '../../../runtime/plan.ts'
import { object } from '../../composed.ts'
import type { KubernetesDatabase } from './database.ts'

/** Where backups and the log go: the platform's store, in a folder of this database. */
export const objectStore = (db: KubernetesDatabase): Entry => {
  const { claim, kubernetes, backup } = db
  const store = kubernetes.backupStore
  if (!store) return absent('the platform declares no backup store')
  const secret = store.credentials.secretName ?? 'backup-store'
  return object(claim, 'object-store', ObjectStore, {
    spec: {
      configuration: present<ObjectStore['spec']['configuration']>({
        destinationPath: `${store.destinationPath.replace(/\/+$/, '')}/${claim.namespace}`,
        endpointURL: store.endpointUrl,
        s3Credentials:
          store.credentials.mode === 'WorkloadIdentity'
            ? { inheritFromIAMRole: true }
            : {
                accessKeyId: { name: secret, key: 'ACCESS_KEY_ID' },
                secretAccessKey: { name: secret, key: 'ACCESS_SECRET_KEY' },
              },
        data: { compression: 'gzip' },
        wal: { compression: 'gzip' },
      }),
      retentionPolicy: `${backup.retentionDays}d`,
    },
  })
}
