import type { Cron } from './cron.ts'
import { momentsOf } from './zone.ts'

const dayMs = 86_400_000

/** 29 February comes again within eight years, and nothing is rarer. */
const horizon = 8 * 366 + 2

/** The first moment after another one at which a schedule of a time zone comes; `undefined` for one that never does. */
export const nextAfter = (cron: Cron, zone: string, moment: number): number | undefined => {
  // Clocks are at most a day ahead of UTC, or behind.
  const today = Math.floor(moment / dayMs) - 1
  for (let day = today; day <= today + horizon; day++) {
    const found = cron.isOn(day) ? momentsOf(zone, day, cron.minutes).find(each => each > moment) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** The last moment up to another one at which it came, since a third. */
export const lastUpTo = (cron: Cron, zone: string, moment: number, since: number): number | undefined => {
  const first = Math.floor(since / dayMs) - 1
  for (let day = Math.floor(moment / dayMs) + 1; day >= first; day--) {
    const found = cron.isOn(day) ? momentsOf(zone, day, cron.minutes).findLast(each => each <= moment) : undefined
    if (found !== undefined) return found > since ? found : undefined
  }
  return undefined
}
