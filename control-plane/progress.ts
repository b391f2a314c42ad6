/** One line about what goes on. `seconds` is what it has taken; without it, it only begins. */
export interface Progress {
  readonly text: string
  readonly seconds?: number
}

export type Report = (progress: Progress) => void

/** Runs a step and reports how long it took. */
export const timed = async <T>(report: Report, text: string, step: () => Promise<T> | T): Promise<T> => {
  const stop = stopwatch()
  const result = await step()
  report({ text, seconds: stop() })
  return result
}

/** Seconds since it was made. */
export const stopwatch = (): (() => number) => {
  const start = performance.now()
  return () => (performance.now() - start) / 1000
}
