import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
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
    const alive = running(folders, name) !== undefined
    if (!alive || performance.now() > deadline) {
      const why = alive ? `does not answer after ${seconds} s` : 'has ended'
      throw new Error(`${name} ${why}; its log is ${logOf(folders, name)}${lastLines(logOf(folders, name))}`)
    }
    await sleep(100)
  }
}

/** Waits for something that no single process answers for. @throws `problem` after so many seconds */
export const waitFor = async (probe: Probe, seconds: number, problem: string): Promise<void> => {
  const deadline = performance.now() + seconds * 1000
  while (!(await probe())) {
    if (performance.now() > deadline) throw new Error(`${problem} (waited ${seconds} s)`)
    await sleep(100)
  }
}

const lastLines = (path: string): string => {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(-5)
  return lines.join('') === '' ? '' : `, it ends:\n${lines.map(line => `  ${line.slice(0, 300)}`).join('\n')}`
}
