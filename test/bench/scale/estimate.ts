import type { Usage } from './usage.ts'

/** What so many claims ask of each process all the time. */
export interface Estimate {
  readonly claims: number
  readonly callsASecond: number
  /** How many cores are busy, by the name of the process. */
  readonly cores: Readonly<Record<string, number>>
}

/** By calculation from what was measured: `used` for its calls. */
export const estimate = (claims: number, callsAnHour: number, used: Usage): Estimate => {
  const callsASecond = (claims * callsAnHour) / 3600
  const cores = Object.entries(used.cpu).map(
    ([name, seconds]) => [name, (callsASecond * seconds) / used.calls] as const,
  )
  return { claims, callsASecond, cores: Object.fromEntries(cores) }
}
