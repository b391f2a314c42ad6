import type { Slo } from './watch.ts'

/**
 * A pair of windows, in seconds, and how fast errors may use up what an objective allows, in tenths: 144 is 14.4 times as fast as would
 * use up exactly all of it. The alert is raised while both windows say so: the long one that it matters, the short one that it goes on.
 */
export interface BurnRate {
  readonly urgency: 'Page' | 'Ticket'
  readonly tenths: number
  readonly long: number
  readonly short: number
}

/**
 * Google's Site Reliability Workbook, chapter 5, “Multiwindow, Multi-Burn-Rate Alerts”: for 30 days 2 % of what is allowed used up in an
 * hour, 5 % in six, 10 % in a day and 10 % in three days. Here for one day: windows grow with the days, so that the shares stay.
 */
const perDay: readonly BurnRate[] = [
  { urgency: 'Page', tenths: 144, long: 120, short: 10 },
  { urgency: 'Page', tenths: 60, long: 720, short: 60 },
  { urgency: 'Ticket', tenths: 30, long: 2880, short: 240 },
  { urgency: 'Ticket', tenths: 10, long: 8640, short: 720 },
]

/** Where so many errors are allowed that there can't be enough of them to burn so fast, a pair is left out. */
export const burnRatesOf = ({ budget, windowDays }: Pick<Slo, 'budget' | 'windowDays'>): readonly BurnRate[] =>
  perDay
    .filter(({ tenths }) => tenths * budget < everything)
    .map(rate => ({ ...rate, long: rate.long * windowDays, short: rate.short * windowDays }))

/** All requests, in tenths of thousandths of a percent. */
const everything = 1_000_000

/** The share of requests, from 0 to 1, above which errors burn so fast: an exact decimal, for it stands in a rule. */
export const thresholdOf = ({ tenths }: BurnRate, { budget }: Pick<Slo, 'budget'>): string =>
  String((tenths * budget) / everything)

/** Every window that is looked at, in seconds, each once and the shortest first. */
export const windowsOf = (rates: readonly BurnRate[]): readonly number[] =>
  [...new Set(rates.flatMap(({ long, short }) => [long, short]))].toSorted((left, right) => left - right)

/** The shortest window over so many days, in seconds. */
export const shortestWindow = (windowDays: number): number => Math.min(...perDay.map(({ short }) => short * windowDays))

/** Seconds as Prometheus writes a length of time: `1h`, `1m10s`. */
export const durationOf = (seconds: number): string => {
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ] as const
  return parts.map(([amount, unit]) => (amount > 0 ? `${amount}${unit}` : '')).join('') || '0s'
}
