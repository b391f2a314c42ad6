import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../../packages/root.ts'
import type { Ways } from './checks.ts'

/** Bytes that one call allocates on V8's heap, in a process of its own. */
export const allocatedPerCall = async (requests: string, way: keyof Ways): Promise<number> => {
  const { stdout } = await promisify(execFile)(join(root, 'node_modules/node/bin/node'), [
    '--expose-gc',
    '--min-semi-space-size=256',
    '--max-semi-space-size=256',
    join(import.meta.dirname, 'allocations-main.ts'),
    requests,
    way,
  ])
  return Number(stdout)
}
