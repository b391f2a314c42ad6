import { execFileSync } from 'node:child_process'
import { arch, cpus, loadavg, release, totalmem, type as systemType } from 'node:os'
import { root } from '../../../packages/root.ts'

/** What the figures were measured on. */
export interface Machine {
  readonly system: string
  readonly processor: string
  readonly cores: number
  /** GiB. */
  readonly memory: number
  readonly load: string
  readonly date: string
  readonly versions: readonly string[]
  readonly revision: string
}

export const machine = (): Machine => ({
  system: `${systemType()} ${release().split('-')[0]} ${arch()}`,
  processor: cpus()[0]?.model.trim() ?? 'unknown processor',
  cores: cpus().length,
  memory: Math.round(totalmem() / 2 ** 30),
  load: loadavg()
    .map(value => value.toFixed(1))
    .join(' '),
  date: new Date().toISOString().slice(0, 10),
  versions: [
    `Node ${process.version}`,
    said('go', 'version').replace(/^go version go/, 'Go '),
    said('python3', '--version'),
  ],
  revision,
})

const said = (command: string, ...args: readonly string[]): string => {
  try {
    return execFileSync(command, args, { encoding: 'utf8' }).trim()
  } catch {
    return `no ${command}`
  }
}

/** Before a report is written, which would be a change of its own. */
const revision = said('git', '-C', root, 'describe', '--always', '--dirty')
