import { remembering } from '../remember.ts'

/** When something happens, by the calendar and the clock on the wall. */
export interface Cron {
  /** Minutes after midnight, in order. */
  readonly minutes: readonly number[]
  /** Whether it happens at all on a day, in days since 1970-01-01. */
  readonly isOn: (day: number) => boolean
}

const dayMs = 86_400_000
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

interface Range {
  readonly least: number
  readonly most: number
  readonly names?: readonly string[]
}

const minute: Range = { least: 0, most: 59 }
const hour: Range = { least: 0, most: 23 }
const monthDay: Range = { least: 1, most: 31 }
const month: Range = { least: 1, most: 12, names: months }
/** Sunday is 0, and 7. */
const weekday: Range = { least: 0, most: 7, names: weekdays }

/**
 * Reads five fields as crontab(5) means them: numbers, names, ranges, steps and lists. A day has to fit the month, and of the day of the
 * month and the day of the week both where one is `*`, either where both are given. `undefined` for what is no schedule.
 */
export const parseCron = (text: string): Cron | undefined => parsed(text)?.cron

/** The same few schedules come with every call. */
const parsed = remembering(256, (text): { readonly cron: Cron | undefined } => ({ cron: parse(text) }))

const parse = (text: string): Cron | undefined => {
  const fields = text.trim().split(/\s+/)
  const [minuteField = '', hourField = '', monthDayField = '', monthField = '', weekdayField = ''] = fields
  const [minutes, hours] = [valuesOf(minuteField, minute), valuesOf(hourField, hour)]
  const [monthDays, inMonths] = [valuesOf(monthDayField, monthDay), valuesOf(monthField, month)]
  const weekdaysOn = valuesOf(weekdayField, weekday)
  if (fields.length !== 5 || !minutes || !hours || !monthDays || !inMonths || !weekdaysOn) return undefined
  const either = monthDayField !== '*' && weekdayField !== '*'
  return {
    minutes: [...hours].toSorted(byNumber).flatMap(each => [...minutes].toSorted(byNumber).map(one => each * 60 + one)),
    isOn: day => {
      const date = new Date(day * dayMs)
      if (!inMonths.has(date.getUTCMonth() + 1)) return false
      const byMonth = monthDays.has(date.getUTCDate())
      const byWeek = weekdaysOn.has(date.getUTCDay()) || (date.getUTCDay() === 0 && weekdaysOn.has(7))
      return either ? byMonth || byWeek : byMonth && byWeek
    },
  }
}

const byNumber = (left: number, right: number): number => left - right

/** The values of one field; `undefined` when any part of it is no value, no range, or out of range. */
const valuesOf = (field: string, range: Range): ReadonlySet<number> | undefined => {
  const parts = field.split(',').map(part => partOf(part, range))
  const values = parts.flatMap(part => part ?? [])
  return parts.includes(undefined) ? undefined : new Set(values)
}

const partOf = (part: string, range: Range): readonly number[] | undefined => {
  const [, whole, from, to, stepText] = /^(?:(\*)|(\w+)(?:-(\w+))?)(?:\/([1-9]\d*))?$/.exec(part) ?? []
  const first = whole ? range.least : valueOf(from, range)
  const single = stepText === undefined && to === undefined && !whole
  const last = single ? first : to === undefined ? range.most : valueOf(to, range)
  if (first === undefined || last === undefined || first > last) return undefined
  const step = Number(stepText ?? 1)
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step)
}

const valueOf = (text: string | undefined, { least, most, names = [] }: Range): number | undefined => {
  if (text === undefined) return undefined
  const named = names.indexOf(text.toUpperCase())
  const value = named >= 0 ? named + least : /^\d+$/.test(text) ? Number(text) : NaN
  return value >= least && value <= most ? value : undefined
}
