import type { Ways } from './checks.ts'
import { printedBy } from './own-process.ts'

/** What a call costs more for a claim in an environment. */
export const environmentAgainstNone = async (): Promise<Ways> =>
  JSON.parse(await printedBy('environment-main.ts')) as Ways
