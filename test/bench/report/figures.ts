import { least, medianRatio } from '../measure/statistics.ts'
import type { Sample } from '../measure/rounds.ts'
import type { Results } from '../results.ts'

export type Quantity = keyof Sample

/** One quantity of one server at one size and number of streams, round by round; empty when it did not take part. */
export const series = (
  { sizes }: Pick<Results, 'sizes'>,
  id: string,
  size: string,
  streams: number,
  quantity: Quantity,
): readonly number[] =>
  (
    sizes
      .find(each => each.size === size)
      ?.samples.get(streams)
      ?.get(id) ?? []
  ).map(sample => sample[quantity])

/** A ratio as the middle of the rounds' ratios, and as that of the best rounds. */
export interface Ratio {
  readonly median: number
  readonly best: number
}

/** Ours to another's; `undefined` when either is missing. */
export const ratioTo = (
  results: Pick<Results, 'sizes'>,
  id: string,
  size: string,
  streams: number,
  quantity: Quantity,
): Ratio | undefined => {
  const [own, others] = [series(results, 'ours', size, streams, quantity), series(results, id, size, streams, quantity)]
  if (own.length === 0 || others.length === 0) return undefined
  const best = quantity === 'rate' ? Math.max(...own) / Math.max(...others) : least(own) / least(others)
  return { median: medianRatio(own, others), best }
}

/** Our CPU per resource with 200 resources, against that with eight. */
export const perResource = ({ scaling }: Pick<Results, 'scaling'>): Ratio | undefined => {
  const [many = [], few = []] = [200, 8].map(count => scaling.get(String(count))?.map(({ cpu }) => cpu / count))
  if (many.length === 0 || few.length === 0) return undefined
  return { median: medianRatio(many, few), best: least(many) / least(few) }
}
