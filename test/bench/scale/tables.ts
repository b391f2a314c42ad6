import type { Table } from '../report/tables.ts'
import { estimate } from './estimate.ts'
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

type Used = ScaleResult['making']

export const shareOfCore = ({ cpu }: Used, answering = 'function'): number =>
  (cpu[answering] ?? 0) / (cpu['crossplane'] ?? Infinity)

export const comparedTable = (compared: ReadonlyMap<string, ScaleResult>): Table => [
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
]

export const madeTable = (results: readonly ScaleResult[]): Table => [
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

export const againTable = (results: readonly ScaleResult[]): Table => [
  ['claims', 'calls', ...names('CPU ms a call'), 'function against core'],
  ...results.map(({ claims, again }) => [
    String(claims),
    String(again.calls),
    ...cells(again.cpu, value => ((value * 1000) / again.calls).toFixed(2)),
    percent(shareOfCore(again)),
  ]),
]

export const coreTable = (
  when: string,
  sizes: readonly number[],
  callsAnHour: number,
  { again }: ScaleResult,
): Table => [
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

export const percent = (ratio: number): string => `${(ratio * 100).toFixed(1)} %`
