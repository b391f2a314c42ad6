import { expect, it } from 'vitest'
import { checks, deviations } from '../../../../functions/kinds/database/kubernetes/checks.ts'
import { refuse } from '../../../../functions/runtime/errors.ts'
import { database, kubernetesDatabase } from '../../fixtures.ts'

const db = { storage: { ...database().storage, type: 'HighIOPS' } } as const

it('asks the platform team for the StorageClass that HighIOPS needs, or the disk is a slow one', () => {
  const path = 'XPlatform/default spec.providers.kubernetes.storage.highIopsClassName'
  expect(checks(kubernetesDatabase({ db, place: { storage: { className: 'fast' } } }))).toEqual([
    refuse('MissingPlatformFact', path, 'HighIOPS storage needs a StorageClass'),
  ])
  expect(checks(kubernetesDatabase({ db, place: { storage: { highIopsClassName: 'nvme' } } }))).toEqual([])
  expect(checks(kubernetesDatabase())).toEqual([])
})

it.each([{}, { storage: { encryption: 'Unknown' } }] as const)(
  'says that a cluster with %j does not promise encrypted volumes',
  place => {
    const reason = 'the platform does not say whether its StorageClass encrypts volumes'
    expect(deviations(kubernetesDatabase({ place }))).toEqual([{ field: 'spec.encryption.atRest', reason }])
  },
)

it('says nothing of volumes that the platform knows to be encrypted', () => {
  expect(deviations(kubernetesDatabase({ place: { storage: { encryption: 'Encrypted' } } }))).toEqual([])
})
