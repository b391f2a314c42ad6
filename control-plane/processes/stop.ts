import { setTimeout as sleep } from 'node:timers/promises'
import type { Folders } from '../state.ts'
import { isRunning, type Identity } from './identity.ts'
import { forget, running } from './record.ts'

/** Milliseconds that a process gets between being asked to end and being ended. */
const patience = 10_000

/**
 * Ends a process that we have recorded, if it is still the same one, and forgets it.
 *
 * @returns whether there was one
 */
export const stopProcess = async (folders: Folders, name: string): Promise<boolean> => {
  const identity = running(folders, name)
  if (identity) await end(identity)
  forget(folders, name)
  return identity !== undefined
}

const end = async (identity: Identity): Promise<void> => {
  signal(identity, 'SIGTERM')
  const deadline = performance.now() + patience
  while (isRunning(identity)) {
    if (performance.now() > deadline) signal(identity, 'SIGKILL')
    await sleep(50)
  }
}

const signal = (identity: Identity, name: 'SIGTERM' | 'SIGKILL'): void => {
  // Looked at right before: its number might be another's by now.
  if (!isRunning(identity)) return
  try {
    process.kill(identity.pid, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
