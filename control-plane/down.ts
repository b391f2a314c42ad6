import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { engineOf } from './engine.ts'
import { downInKind } from './kind/down.ts'
import { locked } from './lock.ts'
import { timed, type Report } from './progress.ts'
import { recorded } from './processes/record.ts'
import { stopProcess } from './processes/stop.ts'
import { serviceNames } from './services/service.ts'
import { foldersOf, type Folders } from './state.ts'

export interface DownOptions {
  readonly name: string
  /** Whether the next `up` finds what is there now. */
  readonly keepData: boolean
}

/**
 * Ends a control plane: every process that was recorded and is still the same one, and no other; or the cluster that was made for it.
 *
 * @returns whether there was one
 */
export const down = ({ name, keepData }: DownOptions, report: Report): Promise<boolean> => {
  const folders = foldersOf(name)
  const wait = (holder: number) => report({ text: `waiting for process ${holder}, which works on ${name}` })
  return locked(`${folders.root}.lock`, wait, async () => {
    if (!existsSync(folders.root)) return false
    if (engineOf(folders) === 'kind') await downInKind({ name, keepData }, folders, report)
    else await endProcesses(folders, report)
    if (!keepData) await rm(folders.root, { recursive: true, force: true })
    return true
  })
}

const endProcesses = async (folders: Folders, report: Report): Promise<void> => {
  const known: readonly string[] = serviceNames
  const services = serviceNames.filter(service => recorded(folders).includes(service))
  for (const service of services) await timed(report, `${service} ended`, () => stopProcess(folders, service))
  // Functions, which the companion starts, in case that it had died before them.
  for (const other of recorded(folders).filter(process => !known.includes(process))) await stopProcess(folders, other)
}
