import { expect, it } from 'vitest'
import { clone } from '../../../../functions/kinds/database/gcp/clone.ts'
import { instance } from '../../../../functions/kinds/database/gcp/instance.ts'
import { forProvider, gcpDatabase } from '../../fixtures.ts'

const beginning = { server: 'stock', namespace: undefined, pointInTime: undefined }

it('is of the instance as it is, or as it was at a moment', () => {
  expect(clone(beginning)).toEqual({ sourceInstanceName: 'stock' })
  expect(clone({ ...beginning, pointInTime: '2026-11-27T06:00:00Z' })).toEqual({
    sourceInstanceName: 'stock',
    pointInTime: '2026-11-27T06:00:00Z',
  })
})

it('has the key of what it is a copy of: another one can’t be asked for', () => {
  const encryption = { atRest: 'CustomerManaged', inTransit: 'Required' } as const
  const asked = (begins: typeof beginning | undefined) =>
    forProvider(instance(gcpDatabase({ db: { beginning: begins, encryption }, place: { encryptionKey: 'key' } })))
  expect(asked(beginning)).not.toHaveProperty('encryptionKeyName')
  expect(asked(undefined)).toMatchObject({ encryptionKeyName: 'key' })
})
