import { remembering } from '../remember.ts'

const dayMs = 86_400_000
const minuteMs = 60_000

/** Whether there is such a time zone in the tz database that this Node carries. */
export const isTimeZone = (name: string): boolean => formatFor(name).format !== undefined

/** A format costs as much as all that is made with it in a call. */
const formatFor = remembering(64, (name): { readonly format: Intl.DateTimeFormat | undefined } => {
  try {
    return { format: new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' }) }
  } catch {
    return { format: undefined }
  }
})

/** How far ahead of UTC the clocks of a zone are at a moment, in milliseconds; 0 in a zone that there is not. */
const offsetAt = (zone: string, moment: number): number => {
  const shown = formatFor(zone).format?.format(moment) ?? ''
  const [, sign, hours, minutes, seconds] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(shown) ?? []
  const ahead = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * minuteMs + Number(seconds ?? 0) * 1000
  return sign === '-' ? -ahead : ahead
}

/**
 * The moments at which the clocks of a zone show times of a day (in days since 1970-01-01, and minutes after midnight). Of a time that is
 * shown twice it is the first; one that is skipped comes when the clocks jump over it. So the order of times is kept, and each comes once.
 */
export const momentsOf = (zone: string, day: number, minutes: readonly number[]): readonly number[] => {
  const midnight = day * dayMs
  const [before, after] = [offsetAt(zone, midnight - dayMs), offsetAt(zone, midnight + 2 * dayMs)]
  const shown = minutes.map(minute => midnight + minute * minuteMs)
  return before === after
    ? shown.map(local => local - before)
    : shown.map(local => momentNear(zone, local, before, after))
}

/** Where the clocks of a zone change about that time. */
const momentNear = (zone: string, local: number, before: number, after: number): number => {
  const [earlier, later] = [local - Math.max(before, after), local - Math.min(before, after)]
  const shows = (moment: number) => moment + offsetAt(zone, moment) === local
  return shows(earlier) ? earlier : shows(later) ? later : jumpBetween(zone, earlier, later)
}

/** The moment at which the clocks jump, by halves. They jump at a full minute. */
const jumpBetween = (zone: string, from: number, to: number): number => {
  let [last, first] = [from, to]
  while (first - last > minuteMs) {
    const middle = last + Math.floor((first - last) / 2 / minuteMs) * minuteMs
    if (offsetAt(zone, middle) === offsetAt(zone, from)) last = middle
    else first = middle
  }
  return first
}
