import type { Running } from '../servers/server.ts'

/** A program that can be started anew. */
export interface Starter {
  readonly id: string
  /** Until it has answered once. */
  readonly start: () => Promise<Pick<Running, 'startMilliseconds' | 'stop'>>
}

/**
 * Starts every program so many times anew, in turns; one that fails has no further turn.
 *
 * @returns from exec to the first answer, each time, in milliseconds
 */
export const startTimes = async (
  starters: readonly Starter[],
  times: number,
  failed: (id: string, problem: unknown) => void,
): Promise<ReadonlyMap<string, readonly number[]>> => {
  const measured = new Map<string, number[]>(starters.map(({ id }) => [id, []]))
  const out = new Set<string>()
  for (let time = 0; time < times; time++) {
    for (const { id, start } of starters.filter(starter => !out.has(starter.id))) {
      try {
        const running = await start()
        measured.get(id)?.push(running.startMilliseconds)
        await running.stop()
      } catch (problem) {
        out.add(id)
        failed(id, problem)
      }
    }
  }
  return measured
}
