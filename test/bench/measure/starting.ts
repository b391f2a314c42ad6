import { start, type Bench, type ServerProgram } from '../servers/server.ts'

/** Starts a program a few times anew. From exec to the first answer, each time, in milliseconds. */
export const startTimes = async (
  bench: Bench,
  program: ServerProgram,
  requests: string,
  times: number,
): Promise<readonly number[]> => {
  const measured: number[] = []
  for (let time = 0; time < times; time++) {
    const running = await start(bench, program, requests)
    measured.push(running.startMilliseconds)
    await running.stop()
  }
  return measured
}
