import { expect, it } from 'vitest'
import { scheduledBackup } from '../../../../functions/kinds/database/kubernetes/scheduled-backup.ts'
import { database, kubernetesDatabase, name, sent } from '../../fixtures.ts'

const taken = {
  cluster: { name: name('cluster') },
  schedule: '0 0 2 * * *',
  immediate: true,
  backupOwnerReference: 'none',
}

it('takes snapshots that outlive the claim, where there is no store', () => {
  expect(sent(scheduledBackup(kubernetesDatabase()), 'spec')).toEqual({ ...taken, method: 'volumeSnapshot' })
})

it('is not there where backups have nowhere to go, or CloudNativePG refuses it for ever', () => {
  const backup = { ...database().backup, target: 'Nowhere' } as const
  expect(scheduledBackup(kubernetesDatabase({ db: { backup } })).state).toBe('absent')
})

it('writes into the platform’s store, where there is one', () => {
  const backupStore = { destinationPath: 's3://backups', credentials: { mode: 'WorkloadIdentity' } } as const
  expect(sent(scheduledBackup(kubernetesDatabase({ place: { backupStore } })), 'spec')).toEqual({
    ...taken,
    method: 'plugin',
    pluginConfiguration: { name: 'barman-cloud.cloudnative-pg.io' },
  })
})

it('takes none of a server that is stopped, or each would fail', () => {
  expect(sent(scheduledBackup(kubernetesDatabase({ db: { state: 'Stopped' } })), 'spec')).toMatchObject({
    suspend: true,
  })
})
