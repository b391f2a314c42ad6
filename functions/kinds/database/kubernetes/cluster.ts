import { Cluster } from '../../../generated/postgresql.cnpg.io/cluster.ts'
import { present } from '../../../runtime/json.ts'
import type { Emit } from '../../../runtime/plan.ts'
import { object } from '../../composed.ts'
import { beginning } from './beginning.ts'
import { backupPlugin, type KubernetesDatabase } from './database.ts'
import { whenClusterReady, whenHibernated } from './readiness.ts'

/** The server: one instance, or two in different zones. The operator makes the password. */
export const cluster = (db: KubernetesDatabase): Emit => {
  const { size } = db
  return object(
    db.claim,
    'cluster',
    Cluster,
    {
      spec: present({
        imageName: `ghcr.io/cloudnative-pg/postgresql:${db.version}-standard-trixie`,
        ...zones(db),
        ...beginning(db),
        enableSuperuserAccess: false,
        postgresql: { pg_hba: db.encryption.inTransit === 'Required' ? ['hostnossl all all all reject'] : [] },
        resources: { requests: { cpu: size.cpu, memory: size.memory }, limits: { memory: size.memory } },
        storage: present({ size: db.storage.size, storageClass: storageClass(db) }),
        ...backups(db),
      } as const),
    },
    {
      // CloudNativePG deletes the pods and keeps the volumes (its manual, “Declarative hibernation”).
      ...(db.state === 'Stopped'
        ? { annotations: { 'cnpg.io/hibernation': 'on' }, readiness: whenHibernated }
        : { readiness: whenClusterReady }),
      protection: {
        keep: ['spec.storage.storageClass', 'spec.bootstrap', 'spec.externalClusters'],
        grow: ['spec.storage.size'],
      },
    },
  )
}

const zones = ({ availability }: KubernetesDatabase) =>
  availability === 'SingleZone'
    ? { instances: 1 }
    : {
        instances: 2,
        primaryUpdateMethod: 'switchover' as const,
        affinity: {
          enablePodAntiAffinity: true,
          podAntiAffinityType: 'required',
          topologyKey: 'topology.kubernetes.io/zone',
        },
      }

const backups = ({ backup, kubernetes }: KubernetesDatabase): Pick<Cluster['spec'], 'plugins' | 'backup'> => {
  const parameters = { barmanObjectName: kubernetes.objectStoreName }
  switch (backup.target) {
    case 'Store':
      return { plugins: [{ name: backupPlugin, isWALArchiver: true, parameters }] }
    case 'Snapshots':
      return { backup: { volumeSnapshot: present({ className: kubernetes.storage.snapshotClassName }) } }
    default:
      return {}
  }
}

const storageClass = ({ storage, kubernetes }: KubernetesDatabase): string | undefined =>
  storage.type === 'HighIOPS' ? kubernetes.storage.highIopsClassName : kubernetes.storage.className
