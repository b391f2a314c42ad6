import type { Ways } from './checks.ts'
import { printedBy } from './own-process.ts'

const nodeFlags = ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256']

/**
 * Bytes that one call allocates on V8's heap: the least that two processes say. In some V8 leaves code as it is that others optimise, and
 * a call of those allocates a fifth more.
 */
export const allocatedPerCall = async (requests: string, way: keyof Ways): Promise<number> => {
  const once = async () => Number(await printedBy('allocations-main.ts', [requests, way], nodeFlags))
  return Math.min(await once(), await once())
}
