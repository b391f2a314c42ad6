import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Backup } from '../../apis/blocks/backup.ts'
import type { PlatformSpec } from '../../apis/platform/schema.ts'
import { refuse } from '../../functions/runtime/errors.ts'
import { ok, refused } from '../../functions/runtime/result.ts'
import { backupOf, backupPoliciesOf, dailyTime } from '../../functions/settings/backup.ts'

const nightly = {
  name: 'nightly',
  schedule: '30 1 * * *',
  retentionDays: 14,
  pointInTimeRecovery: 'Disabled',
} as const

const byDefault = (value: string) => ({ value, from: 'environment type' }) as const

const withPolicies = (...backupPolicies: NonNullable<NonNullable<PlatformSpec['classes']>['backupPolicies']>) => ({
  classes: { backupPolicies },
})

const valueOf = (claim: Backup) => {
  const outcome = backupOf(claim, byDefault('daily'), {})
  return outcome.ok ? outcome.value : undefined
}

it('lists the policies that claims may name, the platform’s in place of a built-in one', () => {
  const names = (platform: PlatformSpec) => backupPoliciesOf(platform).map(({ name }) => name)
  expect(names({})).toEqual(['daily', 'weekly', 'hourly'])
  expect(names(withPolicies(nightly, { ...nightly, name: 'daily' }))).toEqual(['weekly', 'hourly', 'nightly', 'daily'])
})

it('refuses a policy that nobody has declared and tells which there are', () => {
  const message = 'there is no policy "never"; there are daily, weekly, hourly, nightly'
  expect(backupOf({ policy: 'never' }, byDefault('daily'), withPolicies(nightly))).toEqual(
    refused(refuse('UnknownBackupPolicy', 'spec.backup.policy', message)),
  )
  expect(backupOf({}, byDefault('toString'), {})).toMatchObject({ ok: false })
})

it('takes all from the policy of the environment when the claim says nothing', () => {
  expect(backupOf({}, byDefault('nightly'), withPolicies(nightly))).toEqual(
    ok({
      policy: { value: 'nightly', from: 'environment type' },
      schedule: { value: '30 1 * * *', from: 'platform' },
      windowMinutes: { value: 60, from: 'platform' },
      retentionDays: { value: 14, from: 'platform' },
      pointInTimeRecovery: { value: 'Disabled', from: 'platform' },
    }),
  )
})

it('takes from the claim what differs, or a developer’s retention is cut short', () => {
  const claim = {
    policy: 'weekly',
    schedule: '0 5 * * 1',
    retentionDays: 3,
    pointInTimeRecovery: 'Enabled',
  } as const
  expect(valueOf(claim)).toEqual({
    policy: { value: 'weekly', from: 'claim' },
    schedule: { value: '0 5 * * 1', from: 'claim' },
    windowMinutes: { value: 60, from: 'platform' },
    retentionDays: { value: 3, from: 'claim' },
    pointInTimeRecovery: { value: 'Enabled', from: 'claim' },
  })
})

it('lets the platform change what a built-in policy means', () => {
  const outcome = backupOf({}, byDefault('daily'), withPolicies({ ...nightly, name: 'daily' }))
  expect(outcome.ok && outcome.value.schedule).toEqual({ value: '30 1 * * *', from: 'platform' })
})

it('turns a window into a daily schedule and finds its time again, for every minute of the day', () => {
  fc.assert(
    fc.property(fc.nat(23), fc.nat(59), fc.integer({ min: 30, max: 720 }), (hour, minute, durationMinutes) => {
      const startTime = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
      const settings = valueOf({ window: { startTime, durationMinutes } })
      expect(settings?.schedule).toEqual({ value: `${minute} ${hour} * * *`, from: 'claim' })
      expect(settings?.windowMinutes).toEqual({ value: durationMinutes, from: 'claim' })
      expect(dailyTime(settings?.schedule.value ?? '')).toBe(startTime)
    }),
  )
  expect(valueOf({ window: { startTime: '02:30' } })?.windowMinutes).toEqual({ value: 60, from: 'platform' })
})

it.each([
  '',
  '* * * * *',
  '0 * * * *',
  '*/30 2 * * *',
  '0 2,14 * * *',
  '0 2 1 * *',
  '0 2 * 1 *',
  '0 2 * * 0',
  '60 2 * * *',
  '0 24 * * *',
  '000 2 * * *',
  '0 002 * * *',
  '0  2 * * *',
  '0 2 * * * *',
])('takes %j for no daily schedule, or a cloud backs up at another time than asked', schedule => {
  expect(dailyTime(schedule)).toBeUndefined()
})

it('reads a time with or without leading zeros', () => {
  expect(['0 2 * * *', '05 09 * * *', '59 23 * * *'].map(dailyTime)).toEqual(['02:00', '09:05', '23:59'])
})
