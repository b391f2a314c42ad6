import { start, type Bench, type ServerProgram } from '../servers/server.ts'

/** A program that is started, and the requests of which the first is its first. */
export interface Starter {
  readonly id: string
  readonly program: ServerProgram
  readonly requests: string
}

/** Starts every program so many times anew, in turns. From exec to the first answer, each time, in milliseconds. */
export const startTimes = async (
  bench: Bench,
  starters: readonly Starter[],
  times: number,
): Promise<ReadonlyMap<string, readonly number[]>> => {
  const measured = new Map<string, number[]>(starters.map(({ id }) => [id, []]))
  for (let time = 0; time < times; time++) {
    for (const { id, program, requests } of starters) {
      const running = await start(bench, program, requests)
      measured.get(id)?.push(running.startMilliseconds)
      await running.stop()
    }
  }
  return measured
}
