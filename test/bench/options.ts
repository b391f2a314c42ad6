import { parseArgs } from 'node:util'
import { peers, type Peer } from './peers/peers.ts'

/** What a run measures. */
export interface Options {
  /** The small one, for CI: counts, allocations and our CPU. */
  readonly quick: boolean
  /** Writes what `--quick` expects anew. */
  readonly update: boolean
  readonly sizes: readonly string[]
  readonly peers: readonly Peer[]
  readonly rounds: number
  /** Seconds that one server is called in one round. */
  readonly seconds: number
  /** How many claims of eight resources take turns. */
  readonly claims: number
  /** Calls in the long run that looks at memory; 0 for none. */
  readonly calls: number
  /** How many claims are made on a real control plane, one run after the other; writes docs/scale.md. Empty for none. */
  readonly scale: readonly number[]
  /** With `scale`: how many claims are made with our function and again with each peer in its place; 0 for none. */
  readonly compare: number
  /** Writes docs/performance.md. */
  readonly write: boolean
}

export const usage = `npm run bench -- [flags]

  --quick            counts, allocations and our CPU, against test/bench/expected.json; no peers; under two minutes
  --update           with --quick: writes that file anew
  --sizes LIST       of 1, 8, "8 first", 48, 200; default all
  --peers LIST       of ${peers.map(({ id }) => id).join(', ')}; default all
  --rounds N         default 5
  --seconds N        for one server in one round; default 1.5
  --claims N         that take turns, at 8 resources; default 512; the function remembers about 1200
  --calls N          in the long run for memory; default 200000, the goal is stated for 2000000; 0 for none
  --scale LIST       of numbers of claims: what those cost on a real control plane, and nothing else; writes docs/scale.md
  --compare N        with --scale: how many claims are made with the function and with each of --peers in its place; default 200; 0 for none
  --no-write         leaves docs/performance.md as it is`

const flags = {
  quick: { type: 'boolean', default: false },
  update: { type: 'boolean', default: false },
  sizes: { type: 'string', default: '1,8,8 first,48,200' },
  peers: { type: 'string', default: peers.map(({ id }) => id).join(',') },
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '1.5' },
  claims: { type: 'string', default: '512' },
  calls: { type: 'string', default: '200000' },
  scale: { type: 'string', default: '' },
  compare: { type: 'string', default: '200' },
  write: { type: 'boolean', default: true },
  help: { type: 'boolean', default: false, short: 'h' },
} as const

/** @throws a sentence for whoever mistyped a flag */
export const parseOptions = (args: readonly string[]): Options | 'help' => {
  const { values } = parseArgs({ args: [...args], options: flags, allowNegative: true })
  if (values.help) return 'help'
  const names = listOf(values.peers)
  const unknown = names.filter(name => !peers.some(({ id }) => id === name))
  if (unknown.length > 0) throw new Error(`--peers: there is no ${unknown.join(', ')}`)
  return {
    quick: values.quick,
    update: values.update,
    sizes: listOf(values.sizes),
    peers: peers.filter(({ id }) => names.includes(id)),
    rounds: number('--rounds', values.rounds),
    seconds: number('--seconds', values.seconds),
    claims: number('--claims', values.claims),
    calls: number('--calls', values.calls),
    compare: number('--compare', values.compare),
    scale: listOf(values.scale).map(text => number('--scale', text)),
    write: values.write,
  }
}

const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')

const number = (flag: string, text: string): number => {
  const value = Number(text)
  if (!Number.isFinite(value) || value < 0 || text === '') throw new Error(`${flag} ${text}: write a number`)
  return value
}
