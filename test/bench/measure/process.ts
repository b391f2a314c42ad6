import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** The system's clock ticks in a second, in which /proc counts. */
const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** CPU time, user and system, that a process and all that descend from it have used so far, in milliseconds. */
export const cpuMilliseconds = (pid: number): number =>
  treeOf(pid)
    .map(({ fields }) =>
      [fields[11], fields[12], fields[13], fields[14]].map(Number).reduce((sum, each) => sum + each, 0),
    )
    .reduce((sum, ticks) => sum + (ticks * 1000) / ticksPerSecond, 0)

/** Memory that a process and all that descend from it hold, in MiB. */
export const residentMebibytes = (pid: number): number =>
  treeOf(pid)
    .map(process => Number(/^VmRSS:\s+(\d+) kB/m.exec(read(process.pid, 'status'))?.[1] ?? 0))
    .reduce((sum, kibibytes) => sum + kibibytes / 1024, 0)

interface Process {
  readonly pid: number
  /** The fields of /proc/<pid>/stat behind the name, so that `state` is the first. */
  readonly fields: readonly string[]
}

const treeOf = (root: number): readonly Process[] => {
  const all = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => ({ pid: Number(name), fields: fieldsOf(read(Number(name), 'stat')) }))
  const children = Map.groupBy(all, ({ fields }) => Number(fields[1]))
  const below = (process: Process): readonly Process[] => [process, ...(children.get(process.pid) ?? []).flatMap(below)]
  return all.filter(({ pid }) => pid === root).flatMap(below)
}

/** The name stands in brackets and may hold anything. */
export const fieldsOf = (stat: string): readonly string[] => stat.slice(stat.lastIndexOf(')') + 2).split(' ')

/** Empty when the process has ended in between. */
const read = (pid: number, file: 'stat' | 'status'): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
