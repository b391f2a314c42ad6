import type { Ways } from './checks.ts'
import { printedBy } from './own-process.ts'

/** What a call costs without its transport, against what the official SDK takes to decode and encode its request. */
export const cpuAgainstSdk = async (requests: string): Promise<Ways> =>
  JSON.parse(await printedBy('sdk-main.ts', [requests])) as Ways
