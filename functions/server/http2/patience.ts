import { ConnectionError, ErrorCode } from './codes.ts'

/** So much at once, and so much a second after it. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** Has a connection end, by a `ConnectionError`, on which something happens more often than that. */
export const createPatience = (what: string, { burst, perSecond }: Rate): (() => void) => {
  let left = burst
  let since = performance.now()
  return () => {
    const now = performance.now()
    left = Math.min(burst, left + ((now - since) / 1000) * perSecond) - 1
    since = now
    if (left < 0) throw new ConnectionError(ErrorCode.enhanceYourCalm, what)
  }
}
