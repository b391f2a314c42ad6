import type { ChildProcess } from 'node:child_process'
import { forget } from '../processes/record.ts'
import { spawnRecorded, type Command } from '../processes/start.ts'
import type { Folders } from '../state.ts'

/** A program that is kept running. */
export interface Supervised {
  /** Ends it for good. */
  readonly stop: () => Promise<void>
}

/** Milliseconds. After a life of `settled` a crash counts as the first one again. */
const backOff = { first: 500, longest: 30_000, settled: 60_000 } as const

/** How long to wait before the nth start after the first. */
export const delayBefore = (restart: number): number => Math.min(backOff.first * 2 ** (restart - 1), backOff.longest)

/** Keeps a program running as a child of this process: when it ends, it is started again, each time a little later. */
export const supervise = (
  folders: Folders,
  name: string,
  command: Command,
  log: (text: string) => void,
): Supervised => {
  let child: ChildProcess | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let restarts = 0
  const start = () => {
    const since = performance.now()
    const own = spawnRecorded(folders, name, command, 'follows this process')
    child = own
    own.once('error', problem => log(`${name} can’t be started: ${problem.message}`))
    own.once('close', (code, signal) => {
      forget(folders, name)
      if (stopped) return
      restarts = performance.now() - since > backOff.settled ? 1 : restarts + 1
      log(`${name} ended (${signal ?? `exit code ${code}`}); it is started again in ${delayBefore(restarts)} ms`)
      timer = setTimeout(start, delayBefore(restarts))
    })
  }
  start()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const { promise, resolve } = Promise.withResolvers<void>()
      child.once('close', () => resolve())
      child.kill('SIGTERM')
      const impatience = setTimeout(() => child?.kill('SIGKILL'), 10_000)
      await promise
      clearTimeout(impatience)
    },
  }
}
