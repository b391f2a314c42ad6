import { expect, it } from 'vitest'
import { protection } from '../../../functions/kinds/database/protection.ts'
import { absent } from '../../../functions/runtime/plan.ts'
import { withCondition } from '../../runtime/fixtures.ts'
import { database, emitted, name, sent } from '../fixtures.ts'

const guarded = database({ deletion: { policy: 'Delete', protection: 'Enabled' } })

it('is gone where protection is Disabled, or the claim could never be deleted', () => {
  expect(protection(database())).toEqual(absent('deletion.protection is Disabled'))
})

it('names the claim, so that Crossplane refuses to delete it', () => {
  expect(emitted(protection(guarded)).resource).toMatchObject({
    apiVersion: 'protection.crossplane.io/v1beta1',
    kind: 'Usage',
    metadata: { name: name('protection'), namespace: 'team-a' },
  })
  expect(sent(protection(guarded), 'spec')).toEqual({
    of: { apiVersion: 'platform.roadbed.dev/v1alpha1', kind: 'XDatabase', resourceRef: { name: 'orders' } },
    reason: 'deletion.protection is Enabled: set it to Disabled before deleting the claim',
  })
})

it('is ready only when the Usage is in force', () => {
  const { readiness } = emitted(protection(guarded))
  expect(readiness({})).toEqual({ ready: false, message: 'creating' })
  expect(readiness(withCondition({ type: 'Ready', status: 'True' }))).toEqual({ ready: true })
})
