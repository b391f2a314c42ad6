import { setTimeout as sleep } from 'node:timers/promises'
import type { MemoryResult } from '../results.ts'
import { launch, start, type Bench, type Launched, type ServerProgram } from '../servers/server.ts'
import { residentMebibytes } from './process.ts'
import { quarters } from './statistics.ts'

interface Workload {
  readonly program: ServerProgram
  readonly requests: string
}

/** What the function holds: idle, after its first call, after its claims of eight and of 200 resources, and over many calls. `NaN` where one is missing. */
export const memory = async (
  bench: Bench,
  eight: Workload | undefined,
  twoHundred: Workload | undefined,
  calls: number,
): Promise<MemoryResult> => {
  const idle = await during(launch, bench, eight, async ({ pid, ended }) => {
    await Promise.race([sleep(3000), ended])
    return residentMebibytes(pid)
  })
  const small = await during(start, bench, eight, async ({ pid, load }, folder) => {
    await sleep(2000)
    const afterFirst = residentMebibytes(pid)
    await load.run({ folder, streams: 16, count: 10_000 })
    const after8 = residentMebibytes(pid)
    const long = calls === 0 ? undefined : { calls, quarters: await longRun(pid, load, folder, calls) }
    return { afterFirst, after8, long }
  })
  const after200 = await during(start, bench, twoHundred, async ({ pid, load }, folder) => {
    await load.run({ folder, streams: 16, count: 1000 })
    return residentMebibytes(pid)
  })
  return { idle: idle ?? NaN, afterFirst: NaN, after8: NaN, long: undefined, ...small, after200: after200 ?? NaN }
}

/** Starts a server anew, so that what it holds comes from this alone. */
const during = async <Server extends Launched, T>(
  begin: (...how: Parameters<typeof launch>) => Promise<Server>,
  bench: Bench,
  workload: Workload | undefined,
  run: (server: Server, requests: string) => Promise<T>,
): Promise<T | undefined> => {
  if (!workload) return undefined
  const server = await begin(bench, workload.program, workload.requests)
  const result = await run(server, workload.requests)
  await server.stop()
  return result
}

/** The medians of the quarters of a series of readings, taken a hundred times on the way. */
const longRun = async (
  pid: number,
  load: Launched['load'],
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
