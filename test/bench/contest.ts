import { RunFunctionResponse } from '@crossplane-org/function-sdk-typescript'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { measure, type Entrant } from './measure/rounds.ts'
import { residentMebibytes } from './measure/process.ts'
import type { Options } from './options.ts'
import { difference, refusal } from './peers/compare.ts'
import type { Peer } from './peers/peers.ts'
import type { Results, SizeResult } from './results.ts'
import type { Bench, Running } from './servers/server.ts'
import type { Prepared } from './workload/prepare.ts'

/** A server that takes part, or why it does not any more. */
export interface Contender {
  readonly id: string
  readonly peer: Peer | undefined
  /** Which of its processes answers claims of a size. */
  readonly runningFor: (size: string) => Running
}

interface Contest {
  readonly bench: Bench
  readonly contenders: readonly Contender[]
  readonly options: Options
  readonly report: (line: string) => void
}

/** One size: has every server's answers compared with ours, and then measures those that compose the same. */
export const contest = async (
  prepared: Prepared,
  { bench, contenders, options, report }: Contest,
): Promise<SizeResult> => {
  const entrants: Entrant[] = []
  const leftOut = new Map<string, string>()
  for (const contender of contenders) {
    const reason = await reasonAgainst(prepared, contender, bench)
    if (reason === undefined)
      entrants.push({
        id: contender.id,
        running: contender.runningFor(prepared.size),
        requests: prepared.requestsFor(contender.peer),
      })
    else {
      leftOut.set(contender.id, reason)
      report(`${contender.id} is left out at ${prepared.size}: ${reason}`)
    }
  }
  const samples = new Map<number, Awaited<ReturnType<typeof measure>>>()
  for (const streams of [1, 16]) {
    report(`${prepared.size} resources, ${streams} streams`)
    samples.set(streams, await measure(entrants, { ...options, streams, warmUp: 2 * options.seconds }))
  }
  const { size, resources, requestBytes, responseBytes, contributors } = prepared
  return { size, resources, requestBytes, responseBytes, contributors, leftOut, samples }
}

/** Why a server must not be compared: it can't answer, or composes something else. */
const reasonAgainst = async (
  prepared: Prepared,
  { id, peer, runningFor }: Contender,
  { folder }: Bench,
): Promise<string | undefined> => {
  const save = join(folder, 'saved', `${id}-${prepared.size}`)
  await mkdir(save, { recursive: true })
  try {
    await runningFor(prepared.size).load.run({ folder: prepared.requestsFor(peer), save })
    if (id === 'echo') return undefined
    for (const [name, expected] of prepared.expected) {
      const answer = RunFunctionResponse.decode(await readFile(join(save, name)))
      const found = prepared.first ? refusal(answer) : difference(expected, answer)
      if (found !== undefined) return `${name}: ${found}`
    }
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Ours at eight resources and at 200, in turns: sizes that are measured one after the other meet a machine that is busy otherwise. */
export const compareSizes = async (
  prepared: readonly Prepared[],
  contenders: readonly Contender[],
  { rounds, seconds }: Options,
): Promise<Results['scaling']> => {
  const [own] = contenders
  const entrants = prepared
    .filter(({ size }) => size === '8' || size === '200')
    .flatMap(({ size, requestsFor }): Entrant[] =>
      own ? [{ id: size, running: own.runningFor(size), requests: requestsFor() }] : [],
    )
  return entrants.length < 2 ? new Map() : measure(entrants, { rounds, seconds, streams: 16, warmUp: seconds })
}

/** What each server holds now, in MiB. */
export const memoryOf = (contenders: readonly Contender[], size: string): ReadonlyMap<string, number> =>
  new Map(contenders.map(({ id, runningFor }) => [id, residentMebibytes(runningFor(size).pid)]))
