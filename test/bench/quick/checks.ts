import { canonical } from '../../../functions/runtime/canonical.ts'
import type { Counts } from '../workload/counts.ts'

/** What the repository says that a claim costs: test/bench/expected.json. */
export interface Expected {
  readonly counts: Readonly<Record<string, Counts>>
  /** Bytes that one call allocates on V8's heap, with eight resources. */
  readonly allocatedBytes: Ways
  /** Our CPU per call, with eight resources at 16 streams and known answers, against the echo's. */
  readonly cpuAgainstEcho: number
  /** Of a call without its transport, against what the official SDK takes to decode and encode its request. */
  readonly cpuAgainstSdk: Ways
  /** CPU of a call for a claim in an environment, against the same claim in none. */
  readonly environmentAgainstNone: Ways
}

/** For an answer that is given again, and for one that is made anew. */
export interface Ways {
  readonly known: number
  readonly anew: number
}

/**
 * How much more than expected is no regression: V8 optimises at other moments, and the machine is busy. The echo is half the kernel's and
 * OpenSSL's work, and some processors are better at that: on one our calls cost 0.94 of it, on another 1.2.
 */
export const tolerance = { allocatedBytes: 1.3, cpuAgainstEcho: 1.6, cpuAgainstSdk: 1.3 } as const

/** What an environment may cost at most, whatever it has cost before. */
export const mostForEnvironment = 1.2

export interface Check {
  readonly what: string
  /** `undefined` when it holds. */
  readonly problem: string | undefined
}

/** Compares a run with what is expected: counts exactly, in both directions; what can only be measured, with a tolerance. */
export const compare = (expected: Expected, measured: Expected): readonly Check[] => [
  ...[...new Set([...Object.keys(expected.counts), ...Object.keys(measured.counts)])].map(what => ({
    what,
    problem: difference(expected.counts[what], measured.counts[what]),
  })),
  {
    what: 'cpuAgainstEcho',
    problem: tooMuch(expected.cpuAgainstEcho, measured.cpuAgainstEcho, tolerance.cpuAgainstEcho),
  },
  ...(['allocatedBytes', 'cpuAgainstSdk'] as const).flatMap(what =>
    (['known', 'anew'] as const).map(way => ({
      what: `${what}, ${way}`,
      problem: tooMuch(expected[what][way], measured[what][way], tolerance[what]),
    })),
  ),
  ...(['known', 'anew'] as const).map(way => ({
    what: `a claim in an environment, ${way}`,
    problem: tooMuch(1, measured.environmentAgainstNone[way], mostForEnvironment),
  })),
]

const difference = (expected: Counts | undefined, measured: Counts | undefined): string | undefined => {
  if (canonical({ ...expected }) === canonical({ ...measured })) return undefined
  const shown = (counts: Counts | undefined) => (counts ? JSON.stringify(counts) : 'nothing')
  return `${shown(measured)}, expected ${shown(expected)}; if that is meant: npm run bench -- --quick --update`
}

const tooMuch = (expected: number, measured: number, factor: number): string | undefined =>
  measured <= expected * factor ? undefined : `${round(measured)} is more than ${factor} × ${round(expected)}`

const round = (value: number): number => Number(value.toPrecision(4))
