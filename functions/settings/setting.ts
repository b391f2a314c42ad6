/** Who decided a value. The first in this order that has an opinion wins; what exists already keeps some of its values whatever comes. */
export type Origin = 'claim' | 'composition' | 'environment' | 'environment type' | 'platform' | 'built in' | 'existing'

const precedence = ['claim', 'composition', 'environment', 'environment type', 'platform'] as const

/** A value and who decided it: what the claim asks for is refused when it can't be had, a default gives way. */
export interface Setting<T> {
  readonly value: T
  readonly from: Origin
}

export const asked = <T>(value: T): Setting<T> => ({ value, from: 'claim' })

/** The first candidate that has a value, else the built-in one. */
export const choose = <T>(
  candidates: Partial<Record<(typeof precedence)[number], T | undefined>>,
  builtIn: T,
): Setting<T> => {
  for (const from of precedence) {
    const value = candidates[from]
    if (value !== undefined) return { value, from }
  }
  return { value: builtIn, from: 'built in' }
}

/** What is there already wins over any default, though not over the claim: a new default changes nothing that holds data. */
export const kept = <T>(setting: Setting<T>, current: T | undefined): Setting<T> =>
  setting.from === 'claim' || current === undefined || current === setting.value
    ? setting
    : { value: current, from: 'existing' }

/** Who decided each of some values, as a status tells it. */
export const originsOf = <Name extends string>(
  settings: Readonly<Partial<Record<Name, Setting<unknown> | undefined>>>,
): Readonly<Record<string, Origin>> =>
  Object.fromEntries(
    Object.entries<Setting<unknown> | undefined>(settings).flatMap(([name, setting]) =>
      setting ? [[name, setting.from] as const] : [],
    ),
  )
