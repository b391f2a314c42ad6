import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekdays } from '../../../../apis/blocks/maintenance-window.ts'
import { backupWindow, maintenanceWindow, overlap } from '../../../../functions/kinds/database/aws/windows.ts'
import type { BackupRequest, Database } from '../../../../functions/kinds/database/database.ts'
import { database } from '../../fixtures.ts'

const day = 24 * 60

const clock = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map(part => String(part).padStart(2, '0')).join(':')

const backupAt = (startTime: string | undefined, windowMinutes: number): BackupRequest => ({
  ...database().backup,
  startTime,
  windowMinutes,
})

const backup = fc.tuple(fc.nat(day - 1), fc.integer({ min: 30, max: 720 }))
const maintenance = fc.tuple(fc.constantFrom(...weekdays), fc.nat(day - 1), fc.integer({ min: 30, max: 1440 }))

const windowOf = ([dayOfWeek, start, durationMinutes]: readonly [(typeof weekdays)[number], number, number]) =>
  ({ dayOfWeek, startTime: clock(start), durationMinutes }) satisfies Database['maintenance']

describe('the backup window', () => {
  it('begins at two where the schedule has no time', () => {
    expect(backupWindow(backupAt(undefined, 60))).toBe('02:00-03:00')
  })

  it.each([
    ['02:30', 45, '02:30-03:15'],
    ['23:30', 30, '23:30-00:00'],
    ['23:30', 60, '23:30-00:30'],
    ['18:00', 720, '18:00-06:00'],
  ])('from %s for %d minutes is %s', (startTime, minutes, window) => {
    expect(backupWindow(backupAt(startTime, minutes))).toBe(window)
  })
})

describe('the maintenance window', () => {
  it.each([
    ['Monday', '04:00', 60, 'mon:04:00-mon:05:00'],
    ['Sunday', '23:30', 30, 'sun:23:30-mon:00:00'],
    ['Sunday', '23:30', 60, 'sun:23:30-mon:00:30'],
    ['Saturday', '12:00', 1440, 'sat:12:00-sun:12:00'],
    ['Wednesday', '00:00', 1439, 'wed:00:00-wed:23:59'],
  ] as const)('on %s from %s for %d minutes is %s', (dayOfWeek, startTime, durationMinutes, window) => {
    expect(maintenanceWindow({ dayOfWeek, startTime, durationMinutes })).toBe(window)
  })

  it('lasts as long as was asked for, also over the end of the week', () => {
    fc.assert(
      fc.property(maintenance, window => {
        const [from = '', to = ''] = maintenanceWindow(windowOf(window)).split('-')
        const minuteOfWeek = (text: string) => {
          const [name = '', hour, minute] = text.split(':')
          const index = weekdays.findIndex(one => one.slice(0, 3).toLowerCase() === name)
          return index * day + Number(hour) * 60 + Number(minute)
        }
        expect((minuteOfWeek(to) - minuteOfWeek(from) + 7 * day) % (7 * day)).toBe(window[2])
      }),
    )
  })
})

describe('the two windows', () => {
  it('overlap exactly where they share a minute of some day of the week', () => {
    fc.assert(
      fc.property(backup, maintenance, ([start, minutes], window) => {
        const taken = new Set<number>()
        for (let minute = 0; minute < minutes; minute++)
          for (let night = 0; night < 7; night++) taken.add((night * day + start + minute) % (7 * day))
        const opens = weekdays.indexOf(window[0]) * day + window[1]
        const shared = Array.from({ length: window[2] }, (_, minute) => (opens + minute) % (7 * day))
        const overlaps = shared.some(minute => taken.has(minute))
        expect(overlap(backupAt(clock(start), minutes), windowOf(window))).toBe(overlaps)
      }),
      { numRuns: 300 },
    )
  })

  it('may touch: RDS takes windows of which one ends where the other begins', () => {
    const at = (startTime: string) => overlap(backupAt(undefined, 60), { ...database().maintenance, startTime })
    expect([at('01:00'), at('01:01'), at('02:59'), at('03:00')]).toEqual([false, true, true, false])
  })
})
