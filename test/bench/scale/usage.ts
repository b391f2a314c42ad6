import { setTimeout as sleep } from 'node:timers/promises'
import { recorded, running } from '../../../control-plane/processes/record.ts'
import type { Folders, Settings } from '../../../control-plane/state.ts'
import { cpuMilliseconds, residentMebibytes } from '../measure/process.ts'

/** What the processes of a control plane have used so far, by their names. */
export interface Usage {
  /** Seconds of user and system time. */
  readonly cpu: Readonly<Record<string, number>>
  /** MiB. */
  readonly memory: Readonly<Record<string, number>>
  /** Calls of the function, by core's own count. */
  readonly calls: number
}

export const usageOf = async (folders: Folders, { ports }: Settings): Promise<Usage> => {
  const processes = recorded(folders).flatMap(name => {
    const identity = running(folders, name)
    return identity ? [{ name: name.startsWith('function-') ? 'function' : name, pid: identity.pid }] : []
  })
  const each = (measure: (pid: number) => number) => {
    const all = Object.fromEntries(processes.map(({ name, pid }) => [name, measure(pid)]))
    // The companion's tree holds the function, which it has started.
    return { ...all, companion: (all['companion'] ?? 0) - (all['function'] ?? 0) }
  }
  const answer = await fetch(`http://127.0.0.1:${ports.coreMetrics}/metrics`)
  return {
    cpu: each(pid => cpuMilliseconds(pid) / 1000),
    memory: each(residentMebibytes),
    calls: callsIn(await answer.text()),
  }
}

/** Core counts each call of a function in a histogram. */
export const callsIn = (metrics: string): number =>
  metrics
    .split('\n')
    .filter(line => /^(function|composition)_run_function_seconds_count\{/.test(line))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)

/** What was used in between. */
export const between = (before: Usage, after: Usage): Usage => ({
  cpu: Object.fromEntries(Object.entries(after.cpu).map(([name, value]) => [name, value - (before.cpu[name] ?? 0)])),
  memory: after.memory,
  calls: after.calls - before.calls,
})

/**
 * Calls `done` until it holds. An API server that is asked for more than it can do does not answer for a while.
 *
 * @returns seconds that it took
 */
export const until = async (done: () => Promise<boolean>, limit: number, pause = 8): Promise<number> => {
  const began = performance.now()
  while (!(await done().catch(() => false))) {
    if (performance.now() - began > limit * 1000) throw new Error(`not done after ${limit} s`)
    await sleep(pause * 1000)
  }
  return (performance.now() - began) / 1000
}
