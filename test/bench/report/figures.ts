import { least, median, medianRatio } from '../measure/statistics.ts'
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

/** CPU per call, by the worse of one stream and sixteen: under load less is spent on waking up. */
export const cpuRatio = (results: Pick<Results, 'sizes'>, id: string, size: string): Ratio | undefined => {
  const found = [1, 16].flatMap(streams => ratioTo(results, id, size, streams, 'cpu') ?? [])
  return found.toSorted((left, right) => right.median - left.median)[0]
}

/** Our CPU per resource at one size, against another size's. */
export const perResource = (
  results: Pick<Results, 'sizes'>,
  large: readonly [size: string, resources: number],
  small: readonly [size: string, resources: number],
): Ratio | undefined => {
  const [many, few] = [large, small].map(([size, resources]) =>
    series(results, 'ours', size, 16, 'cpu').map(cpu => cpu / resources),
  )
  if (!many?.length || !few?.length) return undefined
  return { median: median(many) / median(few), best: least(many) / least(few) }
}
