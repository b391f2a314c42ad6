import type { Running } from '../servers/server.ts'
import { cpuMilliseconds } from './process.ts'

/** What one server did in one round. Milliseconds. */
export interface Sample {
  /** User and system time of the server's processes per call. */
  readonly cpu: number
  readonly p50: number
  readonly p99: number
  /** Calls a second. */
  readonly rate: number
}

/** A server and the requests that it is sent. */
export interface Entrant {
  readonly id: string
  readonly running: Running
  readonly requests: string
}

interface Options {
  readonly rounds: number
  readonly streams: number
  readonly seconds: number
  readonly warmUp: number
}

/** Calls every server for a while in each round, in turns, so that a busy minute of the machine hits all alike. */
export const measure = async (
  entrants: readonly Entrant[],
  { rounds, streams, seconds, warmUp }: Options,
): Promise<ReadonlyMap<string, readonly Sample[]>> => {
  const samples = new Map<string, Sample[]>(entrants.map(({ id }) => [id, []]))
  for (const { running, requests } of entrants) await running.load.run({ folder: requests, streams, seconds: warmUp })
  for (let round = 0; round < rounds; round++) {
    for (const entrant of entrants) samples.get(entrant.id)?.push(await sample(entrant, streams, seconds))
  }
  return samples
}

const sample = async ({ running, requests }: Entrant, streams: number, seconds: number): Promise<Sample> => {
  // Reads the requests, so that the client is at rest when the time begins.
  await running.load.run({ folder: requests, count: 1 })
  const before = cpuMilliseconds(running.pid)
  const { count, seconds: took, p50, p99 } = await running.load.run({ folder: requests, streams, seconds })
  const cpu = (cpuMilliseconds(running.pid) - before) / count
  return { cpu, p50, p99, rate: count / took }
}
