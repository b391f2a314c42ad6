/** Schedules and time zones looked at as a person would: by a look at the wall, minute by minute. */
const minuteMs = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** What a clock of the zone shows, as if that were UTC. */
const wall = (zone: string, moment: number): number => {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
  formats.set(zone, format)
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute)
}

/** The five fields of a schedule, each as the values that it has and whether it is a star. */
export interface Fields {
  readonly minute: readonly number[]
  readonly hour: readonly number[]
  readonly monthDay: readonly number[] | '*'
  readonly month: readonly number[]
  readonly weekday: readonly number[] | '*'
}

export const textOf = ({ minute, hour, monthDay, month, weekday }: Fields): string =>
  [minute, hour, monthDay, month, weekday].map(field => (field === '*' ? '*' : field.join(','))).join(' ')

const matches = ({ minute, hour, monthDay, month, weekday }: Fields, shown: number): boolean => {
  const date = new Date(shown)
  const byMonth = monthDay === '*' || monthDay.includes(date.getUTCDate())
  const byWeek = weekday === '*' || weekday.includes(date.getUTCDay())
  const day = monthDay !== '*' && weekday !== '*' ? byMonth || byWeek : byMonth && byWeek
  return (
    minute.includes(date.getUTCMinutes()) &&
    hour.includes(date.getUTCHours()) &&
    month.includes(date.getUTCMonth() + 1) &&
    day
  )
}

/** Every moment after one and up to another at which a schedule comes: once for each time, jumped over or not. */
export const occurrences = (fields: Fields, zone: string, from: number, to: number): readonly number[] => {
  const found: number[] = []
  // Clocks are put back by three hours at most: what is shown again was shown then.
  let latest = wall(zone, from - 4 * 60 * minuteMs)
  for (let moment = from - 4 * 60 * minuteMs + minuteMs; moment <= to; moment += minuteMs) {
    const shown = wall(zone, moment)
    for (let time = latest + minuteMs; time <= shown; time += minuteMs) {
      if (matches(fields, time) && moment > from && found.at(-1) !== moment) found.push(moment)
    }
    latest = Math.max(latest, shown)
  }
  return found
}
