import type { BackupRequest, Database } from '../database.ts'

const minutesADay = 24 * 60
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** When RDS may start its daily backup, as `hh24:mi-hh24:mi`, UTC. */
export const backupWindow = ({ startTime = '02:00', windowMinutes }: BackupRequest): string =>
  `${startTime}-${clock(minutesOf(startTime) + windowMinutes)}`

/** When RDS may patch, as `ddd:hh24:mi-ddd:hh24:mi`, UTC. */
export const maintenanceWindow = ({ dayOfWeek, startTime, durationMinutes }: Database['maintenance']): string => {
  const end = minutesOf(startTime) + durationMinutes
  return `${short(dayOfWeek)}:${startTime}-${short(dayAfter(dayOfWeek, Math.floor(end / minutesADay)))}:${clock(end)}`
}

/** RDS refuses a backup window that overlaps the maintenance window on any day. */
export const overlap = (backup: BackupRequest, maintenance: Database['maintenance']): boolean => {
  const start = minutesOf(backup.startTime ?? '02:00')
  const opens = minutesOf(maintenance.startTime)
  // The window may run into the next day, and the backup of the day before into this one.
  return [-1, 0, 1].some(day => {
    const begins = start + day * minutesADay
    return begins < opens + maintenance.durationMinutes && opens < begins + backup.windowMinutes
  })
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

const clock = (minutes: number): string => {
  const inDay = minutes % minutesADay
  return [Math.floor(inDay / 60), inDay % 60].map(part => String(part).padStart(2, '0')).join(':')
}

const short = (day: string): string => day.slice(0, 3).toLowerCase()

const dayAfter = (day: (typeof days)[number], by: number): string => days[(days.indexOf(day) + by) % days.length] ?? day
