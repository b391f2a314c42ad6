import type { Ways } from './checks.ts'
import { printedBy } from './own-process.ts'

const nodeFlags = ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256']

/** Bytes that one call allocates on V8's heap. */
export const allocatedPerCall = async (requests: string, way: keyof Ways): Promise<number> =>
  Number(await printedBy('allocations-main.ts', [requests, way], nodeFlags))
