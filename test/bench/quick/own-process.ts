import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { nodeProgram } from '../../../packages/root.ts'
import type { Ways } from './checks.ts'

/** What a program beside this file prints, in a process of its own: on its heap is nothing but its own. */
export const printedBy = async (
  program: string,
  args: readonly string[] = [],
  nodeFlags: readonly string[] = [],
): Promise<string> => {
  const { stdout } = await promisify(execFile)(nodeProgram, [...nodeFlags, join(import.meta.dirname, program), ...args])
  return stdout
}

/** What such a program prints for both ways. */
export const waysPrintedBy = async (program: string, args: readonly string[] = []): Promise<Ways> =>
  JSON.parse(await printedBy(program, args)) as Ways
