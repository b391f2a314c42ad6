import { expect, it } from 'vitest'
import { environmentTypes } from '../../apis/platform/classes.ts'
import { mebibytes } from '../../functions/runtime/quantity.ts'
import { ok } from '../../functions/runtime/result.ts'
import { dailyTime } from '../../functions/settings/backup.ts'
import {
  allowedCidrs,
  backupPolicies,
  environmentDefaults,
  maintenanceWindow,
  sizes,
} from '../../functions/settings/built-in.ts'
import { parsePlatform } from '../../functions/settings/platform.ts'

it('has nothing that a platform could not declare itself', () => {
  const defaults = environmentTypes.map(name => ({ name, ...environmentDefaults[name] }))
  const spec = { classes: { sizes, backupPolicies }, environmentTypes: defaults, policy: { allowedCidrs } }
  expect(parsePlatform(spec)).toEqual(ok(spec))
})

it('names each size and each policy once, or the second is never found', () => {
  for (const list of [sizes, backupPolicies]) expect(new Set(list.map(({ name }) => name)).size).toBe(list.length)
})

it('means by a policy what it has always meant, or backups are gone sooner than people think', () => {
  expect(
    backupPolicies.map(policy => [policy.name, policy.schedule, policy.retentionDays, policy.pointInTimeRecovery]),
  ).toEqual([
    ['daily', '0 2 * * *', 7, 'Enabled'],
    ['weekly', '0 2 * * 0', 28, 'Disabled'],
    ['hourly', '0 * * * *', 7, 'Enabled'],
  ])
})

it('has a machine for every size on every cloud, or `size: small` is refused somewhere', () => {
  for (const { aws, gcp, azure, storage } of sizes) {
    expect(aws).toMatch(/^db\.[a-z0-9]+\.[a-z0-9]+$/)
    expect(gcp).toMatch(/^db-custom-\d+-\d+$/)
    expect(azure).toMatch(/^(B|GP)_Standard_[A-Z]\w+$/)
    expect(storage).toMatch(/^\d+Gi$/)
  }
})

it('asks GCP for the CPUs and the memory of the size, or at least what Cloud SQL makes', () => {
  for (const { cpu, memory, gcp } of sizes) expect(gcp).toBe(`db-custom-${cpu}-${Math.max(3840, mebibytes(memory))}`)
})

it('gives every environment a policy that exists, or a claim without a word is refused', () => {
  const names = backupPolicies.map(({ name }) => name)
  for (const type of environmentTypes) expect(names).toContain(environmentDefaults[type].backupPolicy)
})

it('protects the data of Production, keeps a standby there and in Staging, and lets the rest go', () => {
  const summary = environmentTypes.map(type => {
    const { availability, deletion } = environmentDefaults[type]
    return [type, availability, deletion.policy, deletion.protection].join(' ')
  })
  expect(summary).toEqual([
    'Development SingleZone Delete Disabled',
    'Test SingleZone Delete Disabled',
    'Staging MultiZone Snapshot Disabled',
    'Production MultiZone Snapshot Enabled',
    'Preview SingleZone Delete Disabled',
    'Sandbox SingleZone Delete Disabled',
  ])
})

it('patches two hours after the default backup starts, or RDS refuses windows that overlap', () => {
  const daily = backupPolicies.find(({ name }) => name === 'daily')
  expect(dailyTime(daily?.schedule ?? '')).toBe('02:00')
  expect(maintenanceWindow).toEqual({ dayOfWeek: 'Sunday', startTime: '04:00', durationMinutes: 60 })
})
