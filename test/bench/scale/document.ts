import type { Options } from '../options.ts'
import type { Machine } from '../report/machine.ts'
import { list, markdown } from '../report/markdown.ts'
import type { Hourly } from './hourly.ts'
import type { ScaleResult } from './scale.ts'
import { againTable, comparedTable, coreTable, madeTable, percent, shareOfCore } from './tables.ts'

/** What a claim costs is measured with this; the bound is that of the goal. */
const share = 0.1

interface Measured {
  readonly results: readonly ScaleResult[]
  /** The same claims, by the title of who answered. */
  readonly compared: ReadonlyMap<string, ScaleResult>
  readonly hours: Hourly
  readonly machine: Machine
  readonly options: Pick<Options, 'compare' | 'peers'>
}

/** The text of docs/scale.md. */
export const document = ({ results, compared, hours, machine, options }: Measured): string => {
  const last = results.at(-1)
  if (!last) throw new Error('nothing was measured')
  const sizes = [10_000, 100_000]
  return (
    [
      '# What many claims cost',
      `Written by \`npm run bench -- --scale ${results.map(({ claims }) => claims).join()}${ofComparison(options)}\`. All of a control plane ran on one machine of ${machine.cores} cores (${machine.processor}, ${machine.memory} GiB, ${machine.system}; ${machine.date}; Roadbed ${machine.revision}), so what is told is CPU time; how fast claims get ready says how many cores there were.`,
      '## Measured: from nothing to Ready',
      'XDatabases on AWS, eight resources each, on Crossplane v2.4.0 as `npx roadbed up` runs it, the function as its package runs, with mutual TLS. Stand-ins for the providers write as often as real ones, fifty times as fast. One claim had been made before. What happens while a claim waits for its turn costs one call together, so how many a claim takes depends on how busy the API server is.',
      markdown(madeTable(results)),
      `The function used ${percent(shareOfCore(last.making))} of what Crossplane’s core did (goal: at most ${percent(share)}).`,
      '## Measured: called for again',
      'Two minutes in which nothing changes: for ten minutes after its last change each claim is called for once a minute, then seldom. What a call costs then it costs at rest. What a process does besides counts as if the calls had caused it.',
      markdown(againTable(results)),
      ...comparison(compared),
      '## Calculated',
      `A claim at rest is called for ${hours.rest.toFixed(1)} times an hour; one that has not been ready for long ${hours.outage.toFixed(0)} times, because only that gets past an open circuit breaker (\`test/bench/scale/hourly.ts\` counts both in the simulated control plane, and \`npm run test:e2e -- hour\` the former on a real one: once or twice; for the first half hour of an outage it is every half minute). An outage is the worst case: every claim not ready at once. Cores that are busy all the time, each call at the price measured above:`,
      markdown(coreTable('at rest', sizes, hours.rest, last)),
      markdown(coreTable('in an outage of every provider', sizes, hours.outage, last)),
      '## What to set',
      list([
        'The function is never the limit: the API server is reached first, because core applies every composed resource again in each call, and then core. Two replicas are for upgrades and lost nodes, not for load; the bundle asks for that.',
        'Core works on one claim for as long as its API calls take, and on `--max-concurrent-reconciles` (100) at once. With fewer cores than the table asks for, times to live end late, and a developer’s edit waits in the queue with all others: give core and the API server the cores of the outage, not those of a quiet day.',
        `In the first half hour of an outage there are ten times as many calls as the table tells.`,
        `The function remembers answers for some 900 claims of this size (\`--answer-cache-size\`, 32 MiB); above that, each call costs what it costs anew (docs/performance.md). For 10 000 claims to be known it takes some 360 MiB; the CPU saved is small beside core’s.`,
        'Core and the API server hold every claim and composed resource in memory. That was not measured beyond what stands above.',
      ]),
    ].join('\n\n') + '\n'
  )
}

const ofComparison = ({ compare, peers }: Measured['options']): string =>
  compare === 0 ? '' : ` --compare ${compare} --peers ${peers.map(({ id }) => id).join()}`

const comparison = (compared: ReadonlyMap<string, ScaleResult>): readonly string[] => {
  const [first] = compared.values()
  if (!first) return []
  return [
    `## Measured: another function in our place`,
    `${first.claims} of the benchmark’s databases (docs/performance.md), each on a control plane of its own, with our function and with others that compose the same eight resources. They validate nothing, resolve no settings, guard nothing, and set neither status nor conditions; they also compose all at once, where ours waits for what is needed first. Called for again: in two minutes in which nothing changes.`,
    markdown(comparedTable(compared)),
  ]
}
