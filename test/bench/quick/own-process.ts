import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { lateFlags } from '../../../packages/function/late-flags.ts'
import { runtimeConfig } from '../../../packages/function/runtime.ts'
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

/** Those under which the function works: under Node's own, V8 makes other code of it, and how fast that is depends on the processor. */
const flagsOfTheFunction = [...runtimeConfig.Entrypoint.slice(1, -1), ...lateFlags]

/** What such a program prints for both ways, under the function's own flags. */
export const waysPrintedBy = async (program: string, args: readonly string[] = []): Promise<Ways> =>
  JSON.parse(await printedBy(program, args, flagsOfTheFunction)) as Ways
