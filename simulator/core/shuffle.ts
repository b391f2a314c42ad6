import { isList, isObject, type Json } from '../../functions/runtime/json.ts'

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export const randomNumbers = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const shuffled = <T>(items: readonly T[], random: () => number): readonly T[] => {
  const copy = [...items]
  for (let index = copy.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    const item = copy[index] as T
    copy[index] = copy[other] as T
    copy[other] = item
  }
  return copy
}

/** A value whose objects have their fields in random order, as they arrive from core. Lists keep theirs. */
export const shuffledFields = (value: Json, random: () => number): Json => {
  if (isList(value)) return value.map((item: Json) => shuffledFields(item, random))
  if (!isObject(value)) return value
  return Object.fromEntries(
    shuffled(Object.entries(value), random).map(([name, item]) => [name, shuffledFields(item, random)]),
  )
}
