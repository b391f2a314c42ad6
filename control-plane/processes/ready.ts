import { setTimeout as sleep } from 'node:timers/promises'
import { readIfThere } from '../files.ts'
import type { Folders } from '../state.ts'
import { running } from './record.ts'
import { logOf } from './start.ts'

/** Whether something is so by now. */
export type Probe = () => Promise<boolean>

/**
 * Waits until a process answers.
 *
 * @throws a sentence with the end of its log, when it has ended or the time, in seconds, is over
 */
export const waitUntilReady = async (folders: Folders, name: string, probe: Probe, seconds: number): Promise<void> => {
  const deadline = performance.now() + seconds * 1000
  for (;;) {
    if (await probe()) return
    mustRun(folders, name)
    if (performance.now() > deadline) throw withLog(folders, name, `does not answer after ${seconds} s`)
    await sleep(100)
  }
}

/** @throws a sentence with the end of its log, when a process that was started has ended */
export const mustRun = (folders: Folders, name: string): void => {
  if (running(folders, name) === undefined) throw hasEnded(folders, name)
}

/** What to tell the user about a process that should run. */
export const hasEnded = (folders: Folders, name: string, cause?: unknown): Error =>
  withLog(folders, name, 'has ended', cause)

/** Waits for something that no single process answers for. @throws `problem` after so many seconds */
export const waitFor = async (probe: Probe, seconds: number, problem: string): Promise<void> => {
  const deadline = performance.now() + seconds * 1000
  while (!(await probe())) {
    if (performance.now() > deadline) throw new Error(`${problem} (waited ${seconds} s)`)
    await sleep(100)
  }
}

const withLog = (folders: Folders, name: string, what: string, cause?: unknown): Error => {
  const path = logOf(folders, name)
  const log = readIfThere(path) ?? ''
  const full = log.includes('no space left on device') ? `: the disk that holds ${folders.root} is full` : ''
  return new Error(`${name} ${what}${full}; its log is ${path}${lastLines(log)}`, { cause })
}

const lastLines = (log: string): string => {
  const lines = log.trimEnd().split('\n').slice(-5)
  return lines.join('') === '' ? '' : `, it ends:\n${lines.map(line => `  ${line.slice(0, 300)}`).join('\n')}`
}
