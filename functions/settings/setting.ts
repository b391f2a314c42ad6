/** Who decided a value. The first in this order that has an opinion wins. */
export type Origin = 'claim' | 'environment' | 'environment type' | 'platform' | 'built in'

/** A value and who decided it: what the claim asks for is refused when it can't be had, a default gives way. */
export interface Setting<T> {
  readonly value: T
  readonly from: Origin
}

export const asked = <T>(value: T): Setting<T> => ({ value, from: 'claim' })

/** The first candidate that has a value, else the built-in one. */
export const choose = <T>(
  candidates: Partial<Record<Exclude<Origin, 'built in'>, T | undefined>>,
  builtIn: T,
): Setting<T> => {
  for (const from of ['claim', 'environment', 'environment type', 'platform'] as const) {
    const value = candidates[from]
    if (value !== undefined) return { value, from }
  }
  return { value: builtIn, from: 'built in' }
}
