import { describe, expect, it } from 'vitest'
import type { BackupTarget } from '../../../../functions/kinds/database/database.ts'
import { decideBackup } from '../../../../functions/kinds/database/resolve/backup.ts'
import { refuse } from '../../../../functions/runtime/errors.ts'
import type { BackupSettings } from '../../../../functions/settings/backup.ts'
import type { Facts } from '../../../../functions/settings/facts.ts'
import type { Origin, Setting } from '../../../../functions/settings/setting.ts'
import { facts } from '../../fixtures.ts'

const by =
  (from: Origin) =>
  <const T>(value: T): Setting<T> => ({ value, from })

const asked = by('claim')
const declared = by('platform')

const daily: BackupSettings = {
  policy: declared('daily'),
  schedule: declared('30 1 * * *'),
  windowMinutes: declared(60),
  retentionDays: declared(7),
  pointInTimeRecovery: declared('Enabled'),
}

const stored: Facts = {
  provider: 'Kubernetes',
  backupStore: { destinationPath: 's3://backups', credentials: { mode: 'WorkloadIdentity' } },
}

/** In the cluster a store is declared, or there are volume snapshots. */
const targetOf = (place: Facts): BackupTarget => {
  if (place.provider !== 'Kubernetes') return 'Cloud'
  return place.backupStore ? 'Store' : 'Snapshots'
}

const decide = (place: Facts, change: Partial<BackupSettings> = {}, target = targetOf(place)) =>
  decideBackup(place, { ...daily, ...change }, target)

const reasons = (place: Facts, change: Partial<BackupSettings>) =>
  (decide(place, change).deviations ?? []).map(({ field, reason }) => `${field}: ${reason}`)

const inside =
  'spec.backup: backups are volume snapshots inside the cluster, kept until somebody deletes them: the platform declares no backup store'

it('takes a daily backup as it is where the provider can', () => {
  expect(decide(facts.AWS)).toEqual({
    value: {
      target: 'Cloud',
      policy: 'daily',
      schedule: '30 1 * * *',
      startTime: '01:30',
      windowMinutes: 60,
      retentionDays: 7,
      pointInTimeRecovery: 'Enabled',
    },
    refusals: [],
    deviations: [],
  })
})

describe('a schedule that is not once a day', () => {
  const schedule = '0 */6 * * *'

  it.each(['AWS', 'GCP'] as const)('is refused on %s where the claim asks, and told where a policy does', provider => {
    expect(decide(facts[provider], { schedule: asked(schedule) }).refusals).toEqual([
      refuse('UnsupportedByProvider', 'spec.backup.schedule', `${schedule}; ${provider} offers Daily`),
    ])
    expect(decide(facts[provider], { schedule: declared(schedule) })).toMatchObject({
      value: { schedule: '0 2 * * *', startTime: '02:00' },
      refusals: [],
    })
    expect(reasons(facts[provider], { schedule: declared(schedule) })).toEqual([
      `spec.backup.schedule: ${provider} takes one backup a day, not ${schedule}`,
    ])
  })

  it('is taken as it is in the cluster', () => {
    expect(decide(stored, { schedule: asked(schedule) })).toMatchObject({
      value: { schedule, startTime: undefined },
      refusals: [],
      deviations: [],
    })
  })
})

it('never promises a time on Azure, which chooses its own', () => {
  expect(decide(facts.Azure, { schedule: asked('0 1 * * *') }).refusals).toHaveLength(1)
  expect(reasons(facts.Azure, {})).toEqual(['spec.backup.schedule: Azure takes one backup a day, at a time of its own'])
})

it('keeps backups no shorter than the provider must and no longer than it can', () => {
  expect(decide(facts.AWS, { retentionDays: asked(90) }).refusals).toEqual([
    refuse('UnsupportedByProvider', 'spec.backup.retentionDays', '90; AWS offers 1 to 35'),
  ])
  expect(decide(facts.Azure, { retentionDays: declared(1) }).value.retentionDays).toBe(7)
})

it.each(['GCP', 'Azure', 'Kubernetes'] as const)('tells a claim that %s has no window', provider => {
  const place = provider === 'Kubernetes' ? stored : facts[provider]
  const told = `spec.backup.window.durationMinutes: ${provider} has no window: backups begin at the time given`
  expect(reasons(place, { windowMinutes: asked(120) })).toContain(told)
  expect(reasons(place, {})).not.toContain(told)
  expect(reasons(facts.AWS, { windowMinutes: asked(120) })).toEqual([])
})

describe('point-in-time recovery', () => {
  const off = { pointInTimeRecovery: asked('Disabled') } as const
  const missing = 'the log needs a store outside the cluster, and the platform declares none'

  it.each([facts.AWS, facts.Azure, stored])('is more than was asked for on $provider: told, not refused', place => {
    expect(decide(place, off)).toMatchObject({ value: { pointInTimeRecovery: 'Enabled' }, refusals: [] })
    expect(reasons(place, off)).toContain(
      `spec.backup.pointInTimeRecovery: ${place.provider} always keeps the log as well`,
    )
  })

  it('can be switched off on GCP', () => {
    expect(decide(facts.GCP, off)).toMatchObject({ value: { pointInTimeRecovery: 'Disabled' }, deviations: [] })
  })

  it('is refused without a store where the claim asks, and told where a default does', () => {
    expect(decide(facts.Kubernetes, { pointInTimeRecovery: asked('Enabled') }).refusals).toEqual([
      refuse('MissingPlatformFact', 'XPlatform/default spec.providers.kubernetes.backupStore', missing),
    ])
    expect(decide(facts.Kubernetes)).toMatchObject({ value: { pointInTimeRecovery: 'Disabled' }, refusals: [] })
    expect(reasons(facts.Kubernetes, {})).toEqual([`spec.backup.pointInTimeRecovery: ${missing}`, inside])
    expect(decide(facts.Kubernetes, off).value.pointInTimeRecovery).toBe('Disabled')
    expect(reasons(facts.Kubernetes, off)).toEqual([inside])
    expect(decide(stored).value.pointInTimeRecovery).toBe('Enabled')
  })
})

describe('backups that have nowhere to go', () => {
  const here = (change: Partial<BackupSettings> = {}) => decide(facts.Kubernetes, change, 'Nowhere')

  it('are told when nobody asked for them, and refused when the claim did', () => {
    expect(here()).toMatchObject({
      value: { target: 'Nowhere' },
      deviations: [
        {
          field: 'spec.backup',
          reason:
            'nothing is backed up: the platform declares no backup store, and the cluster has no volume snapshots',
        },
      ],
    })
    expect(here().refusals).toBeUndefined()
  })

  it.each([
    { policy: asked('daily') },
    { schedule: asked('0 3 * * *') },
    { windowMinutes: asked(60) },
    { retentionDays: asked(7) },
    { pointInTimeRecovery: asked('Enabled') },
  ] as const)('are refused for a claim with %j, or its owner believes that there are some', change => {
    expect(here(change).refusals).toEqual([
      refuse(
        'MissingPlatformFact',
        'XPlatform/default spec.providers.kubernetes.backupStore',
        'spec.backup has nowhere to go: the cluster has no snapshots',
      ),
    ])
  })
})
