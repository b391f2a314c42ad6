/** The smallest of some numbers: what the machine gives when nobody disturbs. */
export const least = (values: readonly number[]): number => Math.min(...values)

/** The middle of some numbers; of an even count, between the two in the middle. `NaN` of none. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right)
  const half = sorted.length >> 1
  const [low = NaN, high = NaN] = sorted.length % 2 === 0 ? sorted.slice(half - 1) : [sorted[half], sorted[half]]
  return (low + high) / 2
}

/** The medians of the quarters of a series, in its order; what is left over of a length that four does not divide is at the end. */
export const quarters = (values: readonly number[]): readonly [number, number, number, number] => {
  const length = Math.floor(values.length / 4)
  const part = (index: number) => median(values.slice(index * length, index === 3 ? undefined : (index + 1) * length))
  return [part(0), part(1), part(2), part(3)]
}

/** Both series were measured in the same rounds: the middle of the rounds' ratios is steadier than the ratio of the middles. */
export const medianRatio = (values: readonly number[], others: readonly number[]): number =>
  median(values.map((value, index) => value / (others[index] ?? NaN)))
