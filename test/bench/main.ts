import { runFull } from './full.ts'
import { parseOptions, usage } from './options.ts'

/** `npm run bench`: see `--help`. */
try {
  const options = parseOptions(process.argv.slice(2))
  if (options === 'help') console.log(usage)
  else await runFull(options, line => console.log(line))
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
