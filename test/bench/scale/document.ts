import type { Machine } from '../report/machine.ts'
import { list, markdown } from '../report/markdown.ts'
import type { Table } from '../report/tables.ts'
import { estimate } from './estimate.ts'
import type { Hourly } from './hourly.ts'
import type { ScaleResult } from './scale.ts'

/** The processes in the order in which one looks for a limit, and what they are. */
const processes: Readonly<Record<string, string>> = {
  function: 'the function',
  crossplane: 'Crossplane core',
  'kube-apiserver': 'API server',
  etcd: 'etcd',
  'kube-controller-manager': 'controller manager',
  companion: 'stand-ins for the providers',
}

/** What a claim costs is measured with this; the bound is that of the goal. */
const share = 0.1

interface Measured {
  readonly results: readonly ScaleResult[]
  /** The same claims, by the title of who answered. */
  readonly compared: ReadonlyMap<string, ScaleResult>
  readonly hours: Hourly
  readonly machine: Machine
}

/** The text of docs/scale.md. */
export const document = ({ results, compared, hours, machine }: Measured): string => {
  const last = results.at(-1)
  if (!last) throw new Error('nothing was measured')
  const sizes = [10_000, 100_000]
  return (
    [
      '# What many claims cost',
      `Written by \`npm run bench -- --scale ${results.map(({ claims }) => claims).join()}\`. All of a control plane ran on one machine of ${machine.cores} cores (${machine.processor}, ${machine.memory} GiB, ${machine.system}; ${machine.date}; Roadbed ${machine.revision}), so what is told is CPU time; how fast claims get ready says how many cores there were.`,
      '## Measured: from nothing to Ready',
      'XDatabases on AWS, eight resources each, on Crossplane v2.4.0 as `npx roadbed up` runs it, the function as its package runs, with mutual TLS. Stand-ins for the providers write as often as real ones, fifty times as fast. One claim had been made before.',
      markdown(madeTable(results)),
      `The function used ${percent(shareOfCore(last.making))} of what Crossplane’s core did (goal: at most ${percent(share)}).`,
      '## Measured: called for again',
      'Two minutes in which nothing changes: for ten minutes after its last change each claim is called for once a minute, then seldom. What a call costs then it costs at rest. What a process does besides counts as if the calls had caused it.',
      markdown(againTable(results)),
      ...comparison(compared),
      '## Calculated',
      `A claim at rest is called for ${hours.rest.toFixed(1)} times an hour; one that has not been ready for long ${hours.outage.toFixed(0)} times, because only that gets past an open circuit breaker (\`test/bench/scale/hourly.ts\` counts both in the simulated control plane; for the first half hour it is every half minute). An outage is the worst case: every claim not ready at once. Cores that are busy all the time, each call at the price measured above:`,
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

type Used = ScaleResult['making']

const shareOfCore = ({ cpu }: Used, answering = 'function'): number =>
  (cpu[answering] ?? 0) / (cpu['crossplane'] ?? Infinity)

const comparison = (compared: ReadonlyMap<string, ScaleResult>): readonly string[] => {
  const [first] = compared.values()
  if (!first) return []
  return [
    `## Measured: another function in our place`,
    `${first.claims} of the benchmark’s databases (docs/performance.md), each on a control plane of its own, with our function and with others that compose the same eight resources. They validate nothing, resolve no settings, guard nothing, and set neither status nor conditions; they also compose all at once, where ours waits for what is needed first. Called for again: in two minutes in which nothing changes.`,
    markdown([
      [
        'answered by',
        'until all were Ready',
        'calls a claim',
        'its CPU s',
        'core, CPU s',
        'of core',
        'called for again, its CPU ms a call',
        'core, CPU ms a call',
        'of core',
        'its memory',
      ],
      ...[...compared].map(([title, { claims, answering, seconds, making, again }]) => [
        title,
        `${seconds.toFixed(0)} s`,
        (making.calls / claims).toFixed(1),
        (making.cpu[answering] ?? 0).toFixed(1),
        (making.cpu['crossplane'] ?? 0).toFixed(0),
        percent(shareOfCore(making, answering)),
        (((again.cpu[answering] ?? 0) * 1000) / again.calls).toFixed(2),
        (((again.cpu['crossplane'] ?? 0) * 1000) / again.calls).toFixed(2),
        percent(shareOfCore(again, answering)),
        mebibytes(again.memory[answering]),
      ]),
    ]),
  ]
}

const madeTable = (results: readonly ScaleResult[]): Table => [
  [
    'claims',
    'until all were Ready',
    'Ready a second',
    'calls a claim',
    ...names('CPU s'),
    'function’s memory',
    'core’s memory',
  ],
  ...results.map(({ claims, seconds, making }) => [
    String(claims),
    `${seconds.toFixed(0)} s`,
    (claims / seconds).toFixed(2),
    (making.calls / claims).toFixed(1),
    ...cells(making.cpu, value => value.toFixed(value < 10 ? 1 : 0)),
    mebibytes(making.memory['function']),
    mebibytes(making.memory['crossplane']),
  ]),
]

const againTable = (results: readonly ScaleResult[]): Table => [
  ['claims', 'calls', ...names('CPU ms a call'), 'function against core'],
  ...results.map(({ claims, again }) => [
    String(claims),
    String(again.calls),
    ...cells(again.cpu, value => ((value * 1000) / again.calls).toFixed(2)),
    percent(shareOfCore(again)),
  ]),
]

const coreTable = (when: string, sizes: readonly number[], callsAnHour: number, { again }: ScaleResult): Table => [
  [when, 'calls a second', ...names('cores')],
  ...sizes.map(claims => {
    const { callsASecond, cores } = estimate(claims, callsAnHour, again)
    return [`${claims} claims`, callsASecond.toFixed(1), ...cells(cores, value => value.toFixed(value < 1 ? 3 : 1))]
  }),
]

const names = (unit: string): readonly string[] => Object.values(processes).map(name => `${name}, ${unit}`)

const cells = (values: Readonly<Record<string, number>>, text: (value: number) => string): readonly string[] =>
  Object.keys(processes).map(name => text(values[name] ?? 0))

const mebibytes = (value = 0): string => `${value.toFixed(0)} MiB`

const percent = (ratio: number): string => `${(ratio * 100).toFixed(1)} %`
