import { describe, expect, it } from 'vitest'
import type { Database } from '../../../../functions/kinds/database/database.ts'
import { cluster } from '../../../../functions/kinds/database/kubernetes/cluster.ts'
import { whenClusterReady, whenHibernated } from '../../../../functions/kinds/database/kubernetes/readiness.ts'
import type { KubernetesFacts } from '../../../../functions/settings/facts.ts'
import { database, kubernetesDatabase, name, sent } from '../../fixtures.ts'

const spec = (db: Partial<Database> = {}, place: Partial<KubernetesFacts> = {}) =>
  sent(cluster(kubernetesDatabase({ db, place })), 'spec')

it('asks for exactly what was decided', () => {
  expect(spec()).toEqual({
    imageName: expect.stringMatching(/^[a-z.]+\/cloudnative-pg\/postgresql:17-standard-trixie$/) as string,
    instances: 1,
    bootstrap: {
      initdb: {
        database: 'orders',
        owner: 'app',
        encoding: 'UTF8',
        localeCollate: 'en_US.utf8',
        localeCType: 'en_US.utf8',
        dataChecksums: true,
      },
    },
    enableSuperuserAccess: false,
    postgresql: { pg_hba: ['hostnossl all all all reject'] },
    resources: { requests: { cpu: '1', memory: '2Gi' }, limits: { memory: '2Gi' } },
    storage: { size: '50Gi' },
    backup: { volumeSnapshot: {} },
  })
})

it('keeps a standby in another zone, never in the same', () => {
  expect(spec({ availability: 'MultiZone' })).toMatchObject({
    instances: 2,
    primaryUpdateMethod: 'switchover',
    affinity: {
      enablePodAntiAffinity: true,
      podAntiAffinityType: 'required',
      topologyKey: 'topology.kubernetes.io/zone',
    },
  })
})

it('lets plain connections in where the claim only prefers TLS', () => {
  expect(spec({ encryption: { atRest: 'ProviderManaged', inTransit: 'Preferred' } })['postgresql']).toEqual({
    pg_hba: [],
  })
})

it('makes the first database as the claim asks for it', () => {
  const databases = [{ name: 'a', encoding: 'LATIN1', collation: 'C' }, { name: 'b' }] as const
  expect(sent(cluster(kubernetesDatabase({ db: { databases } })), 'spec.bootstrap.initdb')).toMatchObject({
    database: 'a',
    encoding: 'LATIN1',
    localeCollate: 'C',
    localeCType: 'C',
  })
})

describe('the disk', () => {
  const storage = { className: 'fast', highIopsClassName: 'nvme', snapshotClassName: 'snapshots' }

  it('is of the class that fits the claim', () => {
    expect(spec({}, { storage })['storage']).toEqual({ size: '50Gi', storageClass: 'fast' })
    const high = { ...database().storage, type: 'HighIOPS' } as const
    expect(spec({ storage: high }, { storage })['storage']).toEqual({ size: '50Gi', storageClass: 'nvme' })
  })

  it('is backed up as a snapshot, or into the platform’s store with the log', () => {
    expect(spec({}, { storage })['backup']).toEqual({ volumeSnapshot: { className: 'snapshots' } })
    const backupStore = { destinationPath: 's3://backups', credentials: { mode: 'WorkloadIdentity' } } as const
    const stored = spec({}, { storage, backupStore })
    expect(stored).not.toHaveProperty('backup')
    expect(stored['plugins']).toEqual([
      {
        name: 'barman-cloud.cloudnative-pg.io',
        isWALArchiver: true,
        parameters: { barmanObjectName: name('object-store') },
      },
    ])
  })
})

it('plans no backup where there is nowhere to put one', () => {
  const backup = { ...database().backup, target: 'Nowhere' } as const
  expect(spec({ backup })).not.toHaveProperty('backup')
  expect(spec({ backup })).not.toHaveProperty('plugins')
})

it('stays on its disk and is bootstrapped once: another initdb would be another database', () => {
  expect(cluster(kubernetesDatabase())).toMatchObject({
    readiness: whenClusterReady,
    protection: {
      keep: ['spec.storage.storageClass', 'spec.bootstrap', 'spec.externalClusters'],
      grow: ['spec.storage.size'],
    },
  })
})

it('is hibernated when it is stopped, and nothing else of it changes: its volumes and its Secrets stay', () => {
  const [running, stopped] = (['Active', 'Stopped'] as const).map(state =>
    cluster(kubernetesDatabase({ db: { state } })),
  )
  expect(sent(stopped, 'metadata.annotations')).toEqual({ 'cnpg.io/hibernation': 'on' })
  expect(sent(running, 'metadata.annotations')).toEqual({})
  expect(sent(stopped, 'spec')).toEqual(sent(running, 'spec'))
  expect(stopped?.readiness).toBe(whenHibernated)
})
