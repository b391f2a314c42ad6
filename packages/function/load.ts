import { Script } from 'node:vm'
import type * as Program from './program.ts'

/** A bundle that runs, and the script that it came from. */
interface Loaded {
  readonly program: typeof Program
  readonly script: Script
}

/**
 * Runs a bundle. `cache` is what V8 compiled of it before, and is empty afterwards; what V8 can't use, as under other flags, it compiles
 * anew.
 */
export const load = (source: string, filename: string, cache?: Buffer<ArrayBuffer>): Loaded => {
  const script = new Script(source, { filename, ...(cache && { cachedData: cache }) })
  // A function that nobody calls never comes to a collection, and would hold it for ever.
  cache?.buffer.transfer(0)
  const run = script.runInThisContext() as (exports: object, require: NodeJS.Require, module: object) => void
  const program = { exports: {} }
  run(program.exports, require, program)
  return { program: program.exports as typeof Program, script }
}
