import { setTimeout as sleep } from 'node:timers/promises'
import type { MemoryResult } from '../results.ts'
import { start, type Bench, type ServerProgram } from '../servers/server.ts'
import { residentMebibytes } from './process.ts'
import { quarters } from './statistics.ts'

interface Workload {
  readonly program: ServerProgram
  readonly requests: string
}

/** What the function holds: idle, after its claims of eight and of 200 resources, and over many calls. */
export const memory = async (
  bench: Bench,
  eight: Workload,
  twoHundred: Workload | undefined,
  calls: number,
): Promise<MemoryResult> => {
  const running = await start(bench, eight.program, eight.requests)
  await sleep(2000)
  const idle = residentMebibytes(running.pid)
  await running.load.run({ folder: eight.requests, streams: 16, count: 10_000 })
  const after8 = residentMebibytes(running.pid)
  const long = calls === 0 ? undefined : { calls, quarters: await longRun(running, eight.requests, calls) }
  await running.stop()
  if (!twoHundred) return { idle, after8, after200: NaN, long }
  const large = await start(bench, twoHundred.program, twoHundred.requests)
  await large.load.run({ folder: twoHundred.requests, streams: 16, count: 1000 })
  const after200 = residentMebibytes(large.pid)
  await large.stop()
  return { idle, after8, after200, long }
}

/** The medians of the quarters of a series of readings, taken a hundred times on the way. */
const longRun = async (
  { pid, load }: Awaited<ReturnType<typeof start>>,
  folder: string,
  calls: number,
): Promise<readonly number[]> => {
  const readings: number[] = []
  for (let part = 0; part < 100; part++) {
    await load.run({ folder, streams: 16, count: Math.max(1, Math.round(calls / 100)) })
    readings.push(residentMebibytes(pid))
  }
  return quarters(readings)
}
