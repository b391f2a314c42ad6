import type { Clock } from '../kind.ts'

const dayMs = 86_400_000

/** No environment is older than the calendar. */
const lastDay = Date.UTC(9999, 11, 31) / dayMs

/** The day that it is, in days since 1970-01-01 (UTC): found by doubling and then by halves, for the clock only tells what has passed. */
export const today = (since: number, { hasPassed }: Clock): number => {
  const first = Math.floor(since / dayMs)
  let reach = 1
  while (first + reach < lastDay && hasPassed((first + reach) * dayMs)) reach *= 2
  let [passed, ahead] = [first, first + reach]
  while (ahead - passed > 1) {
    const middle = Math.floor((passed + ahead) / 2)
    if (hasPassed(middle * dayMs)) passed = middle
    else ahead = middle
  }
  return passed
}
