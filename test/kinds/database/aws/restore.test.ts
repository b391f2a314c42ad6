import { expect, it } from 'vitest'
import { instance } from '../../../../functions/kinds/database/aws/instance.ts'
import { restoreToPointInTime } from '../../../../functions/kinds/database/aws/restore.ts'
import { awsDatabase, forProvider } from '../../fixtures.ts'

const beginning = { server: 'stock', namespace: undefined, pointInTime: undefined }

it('takes the latest that there is, or the moment: RDS refuses both together', () => {
  expect(restoreToPointInTime(beginning)).toEqual({
    sourceDbInstanceIdentifier: 'stock',
    useLatestRestorableTime: true,
  })
  expect(restoreToPointInTime({ ...beginning, pointInTime: '2026-11-27T06:00:00Z' })).toEqual({
    sourceDbInstanceIdentifier: 'stock',
    restoreTime: '2026-11-27T06:00:00Z',
  })
})

it('asks for neither key nor database, which the backups have, and still for a password of its own', () => {
  const encryption = { atRest: 'CustomerManaged', inTransit: 'Required' } as const
  const asked = forProvider(instance(awsDatabase({ db: { beginning, encryption }, place: { encryptionKey: 'key' } })))
  expect(asked).not.toHaveProperty('kmsKeyId')
  expect(asked).not.toHaveProperty('dbName')
  expect(asked).toMatchObject({ autoGeneratePassword: true, storageEncrypted: true })
})
