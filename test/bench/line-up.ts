import { join } from 'node:path'
import type { Contender } from './contest.ts'
import { startTimes, type Starter } from './measure/starting.ts'
import type { Peer } from './peers/peers.ts'
import { echo } from './servers/echo.ts'
import { forgetful, ours } from './servers/ours.ts'
import { start, type Bench, type Running, type ServerProgram } from './servers/server.ts'
import { echoAnswers, type Prepared } from './workload/prepare.ts'

/** Every server that takes part. */
export interface LineUp {
  /** Ours for a claim of a size: the product knows nothing of the benchmark's own kind. */
  readonly programFor: (size: string) => ServerProgram
  readonly contenders: readonly Contender[]
  /** Why a peer does not take part, by its id. */
  readonly missing: Map<string, string>
  /** From exec to the first answer, each time, in milliseconds. */
  readonly starts: ReadonlyMap<string, readonly number[]>
  readonly stop: () => Promise<void>
}

interface Options {
  readonly peers: readonly Peer[]
  readonly report: (line: string) => void
}

/** Builds and starts all servers, and takes the time of it. A peer that can't be built or started is noted, with the reason. */
export const lineUp = async (
  bench: Bench,
  prepared: readonly Prepared[],
  { peers, report }: Options,
): Promise<LineUp> => {
  const programs = async (name: string, flags: readonly string[]) => ({
    product: await ours(join(bench.folder, name), { name, flags }),
    withSets: await ours(join(bench.folder, `${name}-sets`), { name: `${name}-sets`, flags, withSets: true }),
  })
  const own = await programs('ours', [])
  const programFor = (size: string) => (isProduct(size) ? own.product : own.withSets)
  const sample = prepared.find(({ size }) => isProduct(size)) ?? prepared[0]
  if (!sample) throw new Error('--sizes names no size')
  const definitions = [...new Map(prepared.map(({ definition }) => [definition.size, definition])).values()]
  const missing = new Map<string, string>()
  const [contenders, processes, starters]: [Contender[], Running[], Starter[]] = [[], [], []]

  const enter = async (id: string, program: ServerProgram, peer?: Peer): Promise<void> => {
    const requests = sample.requestsFor(peer)
    const running = await start(bench, program, requests)
    processes.push(running)
    starters.push({ id, start: () => start(bench, program, requests) })
    contenders.push({ id, peer, runningFor: () => running })
  }
  const enterOwn = async (id: string, { product, withSets }: typeof own): Promise<void> => {
    await enter(id, product)
    const entered = contenders.pop()
    const large = await start(bench, withSets, sample.requestsFor())
    processes.push(large)
    if (entered)
      contenders.push({ ...entered, runningFor: size => (isProduct(size) ? entered.runningFor(size) : large) })
  }
  await enterOwn('ours', own)
  await enterOwn('anew', await programs('anew', forgetful))
  await enter('echo', echo(echoAnswers(bench.folder)))
  for (const peer of peers) {
    report(`building ${peer.title}, once`)
    try {
      await enter(peer.id, await peer.program(definitions, bench.folder), peer)
    } catch (error) {
      missing.set(peer.id, error instanceof Error ? error.message : String(error))
      report(`${peer.title} can't take part: ${missing.get(peer.id)}`)
    }
  }
  /** What it has answered before is worth a row; ours has to start each time. */
  const failedAgain = (id: string, problem: unknown): void => {
    const peer = peers.find(each => each.id === id)
    if (!peer) throw problem
    report(`${peer.title} did not start again. ${String(problem)}`)
  }
  report('starting')
  return {
    programFor,
    contenders,
    missing,
    starts: await startTimes(starters, 9, failedAgain),
    stop: async () => void (await Promise.all(processes.map(({ stop }) => stop()))),
  }
}

/** Sizes whose claim is a real one. */
export const isProduct = (size: string): boolean => size.startsWith('8')
