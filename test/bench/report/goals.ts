import { least, median } from '../measure/statistics.ts'
import type { Results } from '../results.ts'
import { perResource, ratioTo, type Ratio } from './figures.ts'

/** A figure to reach. */
export interface Goal {
  readonly what: string
  readonly bound: number
  readonly unit: '×' | 'ms' | 'MiB'
  readonly atLeast?: true
  /** `undefined` when it could not be measured. */
  readonly reached: Ratio | undefined
}

/** Whether a goal is reached, by the median; `undefined` when it could not be measured. */
export const isReached = ({ bound, atLeast, reached }: Goal): boolean | undefined => {
  if (!reached || Number.isNaN(reached.median)) return undefined
  return atLeast ? reached.median >= bound : reached.median <= bound
}

/** What the project wants of the function's speed, with what this run has come to. */
export const goals = (results: Results): readonly Goal[] => {
  /** Under load, as the goals were set, and for one call after the other, where more is spent on waking up. */
  const cpu = (what: string, bound: number, id: string, size = '8'): readonly Goal[] =>
    [16, 1].map(streams => ({
      what: `CPU per call against ${what}, ${size} resources, ${streams} stream${streams === 1 ? '' : 's'}`,
      bound,
      unit: '×',
      reached: ratioTo(results, id, size, streams, 'cpu'),
    }))
  const { memory, starts } = results
  const own = starts.get('ours') ?? []
  const [, second = NaN, , last = NaN] = memory.long?.quarters ?? []
  return [
    ...cpu('native Go', 0.15, 'native-go'),
    ...cpu('Python', 0.25, 'python'),
    ...cpu('Python', 0.3, 'python', '48'),
    ...cpu('Python', 0.25, 'python', '200'),
    ...cpu('go-templating', 0.05, 'go-templating'),
    ...cpu('patch-and-transform', 0.05, 'patch-and-transform'),
    ...cpu('an HTTP/2 echo of the same bytes', 2, 'echo'),
    {
      what: 'calls a second at 16 streams against native Go',
      bound: 4,
      unit: '×',
      atLeast: true,
      reached: ratioTo(results, 'native-go', '8', 16, 'rate'),
    },
    {
      what: 'p50 at 1 stream against native Go',
      bound: 0.25,
      unit: '×',
      reached: ratioTo(results, 'native-go', '8', 1, 'p50'),
    },
    {
      what: 'p99 at 16 streams against native Go',
      bound: 0.4,
      unit: '×',
      reached: ratioTo(results, 'native-go', '8', 16, 'p99'),
    },
    {
      what: 'CPU per resource, 200 resources against 8',
      bound: 0.7,
      unit: '×',
      reached: perResource(results),
    },
    { what: 'from exec to the first answer', bound: 90, unit: 'ms', reached: timeOf(own) },
    { what: 'memory, idle', bound: 60, unit: 'MiB', reached: single(memory.idle) },
    { what: 'memory after 10 000 calls, 8 resources', bound: 110, unit: 'MiB', reached: single(memory.after8) },
    { what: 'memory with 200 resources', bound: 160, unit: 'MiB', reached: single(memory.after200) },
    {
      what: `memory, last quarter against second${memory.long ? ` of ${memory.long.calls} calls` : ''}`,
      bound: 1.05,
      unit: '×',
      reached: single(last / second),
    },
  ]
}

const single = (value: number): Ratio | undefined => (Number.isNaN(value) ? undefined : { median: value, best: value })

const timeOf = (times: readonly number[]): Ratio | undefined =>
  times.length === 0 ? undefined : { median: median(times), best: least(times) }
