import { Script } from 'node:vm'
import type * as Program from './program.ts'

/** A bundle that runs, and the script that it came from. */
interface Loaded {
  readonly program: typeof Program
  readonly script: Script
}

/**
 * Runs a bundle. It is ASCII: so read, it takes a byte a character. `cache` is what V8 compiled of it before; what V8 can't use, as
 * under other flags, it compiles anew.
 */
export const load = (code: Buffer, filename: string, cache?: Buffer): Loaded => {
  const script = new Script(code.toString('latin1'), { filename, ...(cache && { cachedData: cache }) })
  const run = script.runInThisContext() as (exports: object, require: NodeJS.Require, module: object) => void
  const program = { exports: {} }
  run(program.exports, require, program)
  return { program: program.exports as typeof Program, script }
}
