import { expect, it } from 'vitest'
import { platform } from '../../../functions/kinds/platform/index.ts'
import type { JsonObject } from '../../../functions/runtime/json.ts'
import { platform as xr } from '../../harness/claims.ts'
import { observed } from '../../runtime/fixtures.ts'

const edge = { hasPassed: () => false, seed: new Uint8Array(32) }

const composed = (spec: JsonObject) => {
  const outcome = platform.compose(observed({ claim: xr(spec) }), edge)
  return outcome.ok ? outcome.value : undefined
}

it('composes nothing and asks for nothing', () => {
  const made = composed({})
  expect(made?.plan).toEqual({})
  expect(made?.requirements).toEqual(new Map())
  expect(platform).toMatchObject({ kind: 'XPlatform', keys: {}, conditions: ['Provisioned'] })
  expect(platform.support(observed())).toBe('')
})

it('lists the names that claims may use, or a developer has to guess them', () => {
  const sizes = [{ name: 'tiny', cpu: '500m', memory: '1Gi' }]
  const backupPolicies = [
    { name: 'daily', schedule: '0 1 * * *', retentionDays: 3, pointInTimeRecovery: 'Disabled' },
    { name: 'yearly', schedule: '0 0 1 1 *', retentionDays: 365, pointInTimeRecovery: 'Disabled' },
  ]
  expect(composed({ classes: { sizes, backupPolicies } })?.report([])).toEqual({
    status: {
      sizes: ['small', 'medium', 'large', 'xlarge', 'tiny'],
      backupPolicies: ['weekly', 'hourly', 'daily', 'yearly'],
    },
    conditions: [],
  })
})

it('refuses a platform that does not fit, before any claim meets it', () => {
  expect(platform.compose(observed({ claim: xr({ environmentType: 'Live' }) }), edge)).toMatchObject({
    ok: false,
    refusals: [{ code: 'InvalidPlatform', path: 'XPlatform/default spec.environmentType' }],
  })
})
