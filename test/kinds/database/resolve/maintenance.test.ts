import fc from 'fast-check'
import { expect, it } from 'vitest'
import { overlap } from '../../../../functions/kinds/database/aws/windows.ts'
import { decideMaintenance } from '../../../../functions/kinds/database/resolve/maintenance.ts'
import { database } from '../../fixtures.ts'

const backupAt = (startTime: string | undefined, windowMinutes = 60) => ({
  ...database().backup,
  startTime,
  windowMinutes,
})

const byDefault = (startTime: string | undefined, windowMinutes?: number) =>
  decideMaintenance('AWS', undefined, backupAt(startTime, windowMinutes)).value

const asked = { dayOfWeek: 'Friday', startTime: '22:30', durationMinutes: 90 } as const

const reasons = (...args: Parameters<typeof decideMaintenance>) =>
  (decideMaintenance(...args).deviations ?? []).map(({ field, reason }) => `${field}: ${reason}`)

it.each([
  ['02:00', 60, '04:00'],
  ['23:30', 60, '01:30'],
  ['22:00', 60, '00:00'],
  ['00:00', 720, '13:00'],
  ['09:05', 30, '10:35'],
])('opens an hour after a backup at %s of %d minutes: at %s', (startTime, minutes, opens) => {
  expect(byDefault(startTime, minutes)).toEqual({ dayOfWeek: 'Sunday', startTime: opens, durationMinutes: 60 })
})

it('opens at four where backups have no time of day', () => {
  expect(byDefault(undefined)).toEqual({ dayOfWeek: 'Sunday', startTime: '04:00', durationMinutes: 60 })
})

it('never overlaps the backup by default, or RDS refuses a claim that said nothing', () => {
  const time = fc.tuple(fc.nat(23), fc.nat(59)).map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'))
  fc.assert(
    fc.property(time, fc.integer({ min: 30, max: 720 }), (startTime, minutes) => {
      const window = byDefault(startTime, minutes)
      expect(window.startTime).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
      expect(overlap(backupAt(startTime, minutes), window)).toBe(false)
    }),
  )
})

it('is the claim’s window where it has one, an hour long unless it says otherwise', () => {
  const { durationMinutes: _open, ...short } = asked
  expect(decideMaintenance('AWS', asked, backupAt('02:00'))).toEqual({ value: asked, deviations: [] })
  expect(decideMaintenance('AWS', short, backupAt('02:00')).value).toEqual({ ...short, durationMinutes: 60 })
})

it('says what a provider does not keep of it', () => {
  const backup = backupAt('02:00')
  const field = 'spec.maintenanceWindow'
  expect(reasons('GCP', asked, backup)).toEqual([
    `${field}: GCP’s windows last one hour`,
    `${field}: GCP’s windows open at the full hour`,
  ])
  expect(reasons('Azure', asked, backup)).toEqual([`${field}: Azure’s windows last one hour`])
  expect(reasons('GCP', { ...asked, startTime: '22:00', durationMinutes: 60 }, backup)).toEqual([])
  expect(reasons('Kubernetes', asked, backup)).toEqual([
    `${field}: CloudNativePG patches only when the image changes: there is no window to keep`,
  ])
})
