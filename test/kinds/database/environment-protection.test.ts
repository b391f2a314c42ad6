import { expect, it } from 'vitest'
import { environmentProtection } from '../../../functions/kinds/database/environment-protection.ts'
import { database, sent } from '../fixtures.ts'

const deletion = { policy: 'Delete', protection: 'Enabled' } as const

it('is a Usage of the environment, or that is deleted half-way with the database in it', () => {
  expect(sent(environmentProtection(database({ deletion, inEnvironment: true })), 'spec')).toMatchObject({
    of: {
      apiVersion: 'platform.roadbed.dev/v1alpha1',
      kind: 'XEnvironment',
      resourceRef: { name: 'team-a', namespace: '' },
    },
    by: { kind: 'XDatabase', resourceRef: { name: 'orders' } },
    reason: 'the database orders in it is protected: set its deletion.protection to Disabled first',
  })
})

it('is not there for a database that is not protected, nor in a namespace that is no environment', () => {
  expect(environmentProtection(database({ inEnvironment: true })).state).toBe('absent')
  expect(environmentProtection(database({ deletion, inEnvironment: false })).state).toBe('absent')
})

it('stays while the environment has not been looked at, or one lost message opens it', () => {
  expect(environmentProtection(database({ deletion, inEnvironment: undefined })).state).toBe('waiting')
})
