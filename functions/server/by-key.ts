/** A map's entries in the order of their keys: core's maps have none, and equal requests have to give equal bytes. */
export const byKey = <Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] =>
  map.size < 2 ? [...map] : [...map].toSorted(([left], [right]) => (left < right ? -1 : 1))
