import { expect, it } from 'vitest'
import { objectStore } from '../../../../functions/kinds/database/kubernetes/object-store.ts'
import { absent } from '../../../../functions/runtime/plan.ts'
import type { KubernetesFacts } from '../../../../functions/settings/facts.ts'
import { database, kubernetesDatabase, name, sent } from '../../fixtures.ts'

type Store = NonNullable<KubernetesFacts['backupStore']>

const configured = (store: Store) =>
  sent(objectStore(kubernetesDatabase({ place: { backupStore: store } })), 'spec.configuration')

const s3: Store = { destinationPath: 's3://backups', credentials: { mode: 'WorkloadIdentity' } }

it('is not there where the platform declares no store', () => {
  expect(objectStore(kubernetesDatabase())).toEqual(absent('the platform declares no backup store'))
})

it('keeps backups in a folder of the claim’s namespace, or one tenant restores another’s', () => {
  const backup = { ...database().backup, target: 'Store', retentionDays: 30 } as const
  const entry = objectStore(kubernetesDatabase({ db: { backup }, place: { backupStore: s3 } }))
  expect(sent(entry, 'metadata')['name']).toBe(name('object-store'))
  expect(sent(entry, 'spec')).toEqual({
    configuration: {
      destinationPath: 's3://backups/team-a',
      s3Credentials: { inheritFromIAMRole: true },
      data: { compression: 'gzip' },
      wal: { compression: 'gzip' },
    },
    retentionPolicy: '30d',
  })
  expect(configured({ ...s3, destinationPath: 's3://backups/prod//' })['destinationPath']).toBe(
    's3://backups/prod/team-a',
  )
})

it('reaches a store that is not AWS, with keys of a Secret in the claim’s namespace', () => {
  const endpointUrl = 'https://minio.example.org'
  const keys = (secretName?: string) =>
    configured({ ...s3, endpointUrl, credentials: { mode: 'Secret', ...(secretName && { secretName }) } })
  const from = (secret: string) => ({
    accessKeyId: { name: secret, key: 'ACCESS_KEY_ID' },
    secretAccessKey: { name: secret, key: 'ACCESS_SECRET_KEY' },
  })
  expect(keys('chosen')).toMatchObject({ endpointURL: endpointUrl, s3Credentials: from('chosen') })
  expect(keys()['s3Credentials']).toEqual(from('backup-store'))
})
