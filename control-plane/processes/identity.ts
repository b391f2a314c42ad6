import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * What tells a process from a later one with the same number: when it started, as the system writes it, and the first word of its
 * command. Two readings are equal as long as it is the same process.
 */
export interface Identity {
  readonly pid: number
  readonly started: string
  readonly command: string
}

/** `undefined` when no such process runs. */
export const identify = (pid: number): Identity | undefined =>
  process.platform === 'linux' ? fromProc(pid) : fromPs(pid)

/** Of a child that was just made. Its command can't be read yet while the kernel still puts it in place. */
export const identifyChild = (pid: number, path: string): Identity | undefined => {
  const identity = identify(pid)
  return identity && { ...identity, command: identity.command || path }
}

/** Whether the process that was identified then still runs: not only one with its number. */
export const isRunning = (then: Identity): boolean => {
  const now = identify(then.pid)
  return now !== undefined && now.started === then.started && now.command === then.command
}

const fromProc = (pid: number): Identity | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the name in brackets, which may hold anything: what counts begins after the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, started] = [fields[0], fields[19]]
    const [command = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return started === undefined || state === 'Z' ? undefined : { pid, started, command }
  } catch {
    return undefined
  }
}

const fromPs = (pid: number): Identity | undefined => {
  try {
    const ps = (format: string) =>
      execFileSync('ps', ['-o', format, '-p', String(pid)], {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
      }).trim()
    const [started, command, state] = [ps('lstart='), ps('comm='), ps('state=')]
    return started === '' || state.startsWith('Z') ? undefined : { pid, started, command }
  } catch {
    return undefined
  }
}
