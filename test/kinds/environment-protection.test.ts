import { expect, it } from 'vitest'
import { environmentProtection } from '../../functions/kinds/environment-protection.ts'
import { database, sent } from './fixtures.ts'

const { claim } = database()
const what = 'database'

it('is a Usage of the environment, or that is deleted half-way with the claim in it', () => {
  const entry = environmentProtection({ claim, what, isProtected: true, inEnvironment: true })
  expect(sent(entry, 'spec')).toMatchObject({
    of: {
      apiVersion: 'platform.roadbed.dev/v1alpha1',
      kind: 'XEnvironment',
      resourceRef: { name: 'team-a', namespace: '' },
    },
    by: { kind: 'XDatabase', resourceRef: { name: 'orders' } },
    reason: 'the database orders in it is protected: set its deletion.protection to Disabled first',
  })
})

it('is not there for a claim that is not protected, nor in a namespace that is no environment', () => {
  expect(environmentProtection({ claim, what, isProtected: false, inEnvironment: true }).state).toBe('absent')
  expect(environmentProtection({ claim, what, isProtected: true, inEnvironment: false }).state).toBe('absent')
})

it('stays while the environment has not been looked at, or one lost message opens it', () => {
  expect(environmentProtection({ claim, what, isProtected: true, inEnvironment: undefined }).state).toBe('waiting')
})
