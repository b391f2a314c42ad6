import { expect, it } from 'vitest'
import { checks, deviations } from '../../../../functions/kinds/database/kubernetes/checks.ts'
import { refuse } from '../../../../functions/runtime/errors.ts'
import { database, kubernetesDatabase } from '../../fixtures.ts'

const db = { storage: { ...database().storage, type: 'HighIOPS' } } as const

const backupStore = { destinationPath: 's3://backups', credentials: { mode: 'WorkloadIdentity' } } as const

it('asks the platform team for the StorageClass that HighIOPS needs, or the disk is a slow one', () => {
  const path = 'XPlatform/default spec.providers.kubernetes.storage.highIopsClassName'
  expect(checks(kubernetesDatabase({ db, place: { storage: { className: 'fast' } } }))).toEqual([
    refuse('MissingPlatformFact', path, 'HighIOPS storage needs a StorageClass'),
  ])
  expect(checks(kubernetesDatabase({ db, place: { storage: { highIopsClassName: 'nvme' } } }))).toEqual([])
  expect(checks(kubernetesDatabase())).toEqual([])
})

const promised = {
  field: 'spec.encryption.atRest',
  reason: 'the platform does not say whether its StorageClass encrypts volumes',
}
const snapshots = {
  field: 'spec.backup',
  reason:
    'backups are volume snapshots inside the cluster, kept until somebody deletes them: the platform declares no backup store',
}

it.each([
  [{}, [promised, snapshots]],
  [{ storage: { encryption: 'Unknown' } }, [promised, snapshots]],
  [{ storage: { encryption: 'Encrypted' } }, [snapshots]],
  [{ backupStore }, [promised]],
  [{ backupStore, storage: { encryption: 'Encrypted' } }, []],
] as const)('says what a cluster with %j does not promise', (place, told) => {
  expect(deviations(kubernetesDatabase({ place }))).toEqual(told)
})
