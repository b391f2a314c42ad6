import { expect, it } from 'vitest'
import { user } from '../../../../functions/kinds/database/gcp/user.ts'
import { contained, forProvider, gcpDatabase, managing, name, sent } from '../../fixtures.ts'

it('is the user of the connection Secret, with the password from our Secret', () => {
  const entry = user(gcpDatabase({ sent: { composed: { password: { metadata: { name: 'old-password' } } } } }))
  expect(forProvider(entry)).toEqual({
    project: 'acme',
    instanceRef: { name: name('instance') },
    type: 'BUILT_IN',
    passwordSecretRef: { name: 'old-password', key: 'password' },
  })
  expect(sent(entry, 'metadata.annotations')).toEqual({ 'crossplane.io/external-name': 'app' })
})

it('goes with the instance: PostgreSQL drops no user that owns anything', () => {
  expect(managing(user(gcpDatabase()))).toEqual({
    ...contained,
    writeConnectionSecretToRef: { name: name('user-details') },
  })
  expect(user(gcpDatabase()).protection).toEqual({ keep: ['spec.forProvider.project'] })
})
