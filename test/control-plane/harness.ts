import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { identifyChild, isRunning, type Identity } from '../../control-plane/processes/identity.ts'
import { foldersOf, type Folders } from '../../control-plane/state.ts'

/** The folders of a control plane that nobody else uses. */
export const freshFolders = (): Folders => foldersOf('test', mkdtempSync(join(tmpdir(), 'roadbed-')))

/** A process that would run for long, ended with the test. */
export const sleeper = (program = 'setInterval(() => {}, 1000)'): Identity => {
  const child = spawn(process.execPath, ['-e', program], { stdio: 'ignore' })
  const identity = child.pid === undefined ? undefined : identifyChild(child.pid, process.execPath)
  if (!identity) throw new Error('the process of the test has not started')
  onTestFinished(() => {
    if (isRunning(identity)) process.kill(identity.pid, 'SIGKILL')
  })
  return identity
}
