import { expect, it } from 'vitest'
import { beginning } from '../../../../functions/kinds/database/kubernetes/beginning.ts'
import { restoreStore } from '../../../../functions/kinds/database/kubernetes/object-store.ts'
import { emitted, kubernetesDatabase, name, sent } from '../../fixtures.ts'

const begins = { server: 'stock-cluster', namespace: 'shop', pointInTime: undefined }
const backupStore = { destinationPath: 's3://backups/', credentials: { mode: 'WorkloadIdentity' } } as const

const restored = (pointInTime?: string) =>
  kubernetesDatabase({
    db: { beginning: { ...begins, pointInTime }, databases: [{ name: 'stock' }] },
    place: { backupStore },
  })

it('is another cluster’s backups, with a user that owns the database and a password that the operator makes', () => {
  expect(beginning(restored())).toEqual({
    bootstrap: { recovery: { source: 'shop', database: 'stock', owner: 'app' } },
    externalClusters: [
      {
        name: 'shop',
        plugin: {
          name: 'barman-cloud.cloudnative-pg.io',
          parameters: { barmanObjectName: name('restore-store'), serverName: 'stock-cluster' },
        },
      },
    ],
  })
})

it('goes as far as the moment that is asked for', () => {
  expect(beginning(restored('2026-11-27T06:00:00Z')).bootstrap?.recovery).toMatchObject({
    recoveryTarget: { targetTime: '2026-11-27T06:00:00Z' },
  })
})

it('reads where the other namespace’s backups are, never clears them away, and is not moved later', () => {
  const entry = restoreStore(restored())
  expect(sent(entry, 'spec.configuration')['destinationPath']).toBe('s3://backups/shop')
  expect(sent(entry, 'spec')).not.toHaveProperty('retentionPolicy')
  expect(emitted(entry).protection).toEqual({ frozen: true })
})

it('needs no such store where it is empty, and keeps the one that it has when the platform declares none any more', () => {
  expect(restoreStore(kubernetesDatabase({ place: { backupStore } }))).toMatchObject({ state: 'absent' })
  expect(restoreStore(kubernetesDatabase({ db: { beginning: begins } }))).toMatchObject({ state: 'waiting' })
})
