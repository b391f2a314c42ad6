import { closest, distance } from 'fastest-levenshtein'

/** The known name that was probably meant; `undefined` when none is near. */
export const nearest = (given: string, known: readonly string[]): string | undefined => {
  if (known.length === 0) return undefined
  const best = closest(
    given.toLowerCase(),
    known.map(name => name.toLowerCase()),
  )
  const near = distance(given.toLowerCase(), best) <= Math.max(2, Math.floor(given.length / 3))
  return near ? known.find(name => name.toLowerCase() === best) : undefined
}
