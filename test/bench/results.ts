import type { Sample } from './measure/rounds.ts'
import type { Shares } from './profile/shares.ts'
import type { Counts } from './workload/counts.ts'
import type { Contributors } from './workload/contributors.ts'

/** Who takes part. `ours` and `echo` always do. */
export interface Contestant {
  readonly id: string
  readonly title: string
}

/** What one claim's size came to for each server, by its id. */
export interface SizeResult {
  readonly size: string
  readonly resources: number
  readonly requestBytes: number
  readonly responseBytes: number
  readonly contributors: { readonly request: Contributors; readonly response: Contributors }
  /** Why a peer that takes part is not in the table of this size, by its id. */
  readonly leftOut: ReadonlyMap<string, string>
  /** By the number of streams, then by server. A peer that could not take part is missing. */
  readonly samples: ReadonlyMap<number, ReadonlyMap<string, readonly Sample[]>>
}

/** Memory of the function, in MiB. */
export interface MemoryResult {
  /** Started, and called by nobody yet. */
  readonly idle: number
  /** Two seconds after its first answer. */
  readonly afterFirst: number
  /** After ten thousand calls at 16 streams with eight resources, and after a thousand with 200. */
  readonly after8: number
  readonly after200: number
  /** The long run: so many calls, and the medians of the quarters. `undefined` when it was left out. */
  readonly long: { readonly calls: number; readonly quarters: readonly number[] } | undefined
}

export interface Results {
  readonly contestants: readonly Contestant[]
  readonly sizes: readonly SizeResult[]
  /** Ours alone at 16 streams, at 8 and at 200 resources in turns, by size. Empty when one was not asked for. */
  readonly scaling: ReadonlyMap<string, readonly Sample[]>
  /** Why a peer is in no table, by its id. */
  readonly missing: ReadonlyMap<string, string>
  /** From exec to the first answer, each time, in milliseconds. */
  readonly starts: ReadonlyMap<string, readonly number[]>
  /** After the rounds of all sizes, in MiB. */
  readonly memoryAfter: ReadonlyMap<string, number>
  readonly memory: MemoryResult
  /** What every example costs, by `<example> on <provider>`. */
  readonly counts: Readonly<Record<string, Counts>>
  /** Where our time goes, by size. */
  readonly profiles: ReadonlyMap<string, Shares>
}
