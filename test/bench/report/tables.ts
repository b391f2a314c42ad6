import { least, median } from '../measure/statistics.ts'
import { parts } from '../profile/shares.ts'
import type { Results } from '../results.ts'
import type { Contributors } from '../workload/contributors.ts'
import { series } from './figures.ts'
import { goals, isReached } from './goals.ts'

/** A table as rows of cells; the first row is its head. */
export type Table = readonly (readonly string[])[]

export const goalTable = (results: Results): Table => [
  ['goal', 'bound', 'median', 'best', 'reached'],
  ...goals(results).map(goal => {
    const reached = isReached(goal)
    const shown = (value: number | undefined) => (value === undefined ? '–' : `${figure(value)}${unitOf(goal.unit)}`)
    return [
      goal.what,
      `${goal.atLeast ? '≥' : '≤'} ${goal.bound}${unitOf(goal.unit)}`,
      shown(goal.reached?.median),
      shown(goal.reached?.best),
      reached === undefined ? 'not measured' : reached ? 'yes' : 'no',
    ]
  }),
]

const unitOf = (unit: string): string => (unit === '×' ? '' : ` ${unit}`)

/** One size: every server, with medians and in brackets the best round. */
export const sizeTable = (results: Results, size: string): Table => [
  ['', 'CPU ms, 1 stream', 'CPU ms, 16 streams', '× native Go', 'p50 ms, 1', 'p99 ms, 16', 'calls/s, 16'],
  ...results.contestants.map(({ id, title }) => {
    const of = (streams: number, quantity: 'cpu' | 'p50' | 'p99' | 'rate') =>
      series(results, id, size, streams, quantity)
    if (of(16, 'cpu').length === 0) {
      const reason = results.sizes.find(each => each.size === size)?.leftOut.get(id) ?? results.missing.get(id)
      return [title, `left out: ${reason ?? 'not asked for'}`, '', '', '', '', '']
    }
    const native = series(results, 'native-go', size, 16, 'cpu')
    const own = of(16, 'cpu')
    return [
      title,
      both(of(1, 'cpu')),
      both(own),
      native.length === 0 ? '–' : figure(median(own.map((value, round) => value / (native[round] ?? NaN)))),
      both(of(1, 'p50')),
      both(of(16, 'p99')),
      figure(median(of(16, 'rate'))),
    ]
  }),
]

const both = (values: readonly number[]): string => `${figure(median(values))} (${figure(least(values))})`

/** Starting and memory of every server. */
export const processTable = ({ contestants, starts, memoryAfter }: Results): Table => [
  ['', 'exec to first answer, ms', 'memory after all rounds, MiB'],
  ...contestants
    .filter(({ id }) => memoryAfter.has(id))
    .map(({ id, title }) => [title, both(starts.get(id) ?? []), figure(memoryAfter.get(id) ?? NaN)]),
]

/** Where our time goes. */
export const shareTable = ({ profiles }: Results): Table => [
  ['part', ...[...profiles.keys()].map(size => `${size} resources`)],
  ...parts.map(part => [part, ...[...profiles.values()].map(shares => percent(shares.parts.get(part) ?? 0))]),
]

export const byteTable = ({ sizes }: Results): Table => [
  ['resources', 'request, bytes', 'response, bytes'],
  ...sizes.map(({ size, requestBytes, responseBytes }) => [size, String(requestBytes), String(responseBytes)]),
]

/** What every example costs on every provider. */
export const exampleTable = ({ counts }: Results): Table => [
  ['example', 'passes until Ready', 'calls until at rest', 'request, bytes', 'response, bytes'],
  ...Object.entries(counts).map(([example, { passes, calls, requestBytes, responseBytes }]) => [
    example,
    ...[passes, calls, requestBytes, responseBytes].map(String),
  ]),
]

/** What the bytes of one size are spent on. */
export const contributorTable = ({ sizes }: Results, size: string): Table => {
  const { contributors } = sizes.find(each => each.size === size) ?? {}
  const rows = (message: string, spent: Contributors = []) =>
    spent.slice(0, 6).map(([what, bytes]) => [message, what, String(bytes)])
  return [
    ['message', 'part', 'bytes'],
    ...rows('request', contributors?.request),
    ...rows('response', contributors?.response),
  ]
}

/** A size in a heading. */
export const titleOf = (size: string): string =>
  size.endsWith(' first')
    ? `${size.replace(' first', '')} resources, none of them there yet`
    : `${size} resource${size === '1' ? '' : 's'}`

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** Three digits that count. */
export const figure = (value: number): string =>
  Number.isFinite(value) ? (value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)))) : '–'
