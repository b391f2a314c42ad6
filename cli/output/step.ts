import pc from 'picocolors'
import type { Report } from '../../control-plane/progress.ts'
import { duration } from './duration.ts'

/** Prints a line per step: since when the command runs, what was done, how long that took. */
export const progressTo = (print: (line: string) => void): Report => {
  const start = performance.now()
  return ({ text, seconds }) => {
    const since = `[${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s]`
    print(`${pc.dim(since)} ${text}${seconds === undefined ? '' : pc.dim(` … ${precise(seconds)}`)}`)
  }
}

/** Tenths matter only below a minute. */
const precise = (seconds: number): string => (seconds < 60 ? `${seconds.toFixed(1)} s` : duration(seconds))
