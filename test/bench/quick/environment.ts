import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../../packages/root.ts'
import type { Ways } from './checks.ts'

/** What a call costs more for a claim in an environment; in a process of its own, whose heap holds nothing else. */
export const environmentAgainstNone = async (): Promise<Ways> => {
  const program = join(import.meta.dirname, 'environment-main.ts')
  const { stdout } = await promisify(execFile)(join(root, 'node_modules/node/bin/node'), [program])
  return JSON.parse(stdout) as Ways
}
