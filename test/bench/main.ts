import { runFull } from './full.ts'
import { parseOptions, usage } from './options.ts'
import { runQuick } from './quick/quick.ts'
import { runScale } from './scale/run.ts'

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

/** `npm run bench`: see `--help`. */
try {
  const options = parseOptions(process.argv.slice(2))
  if (options === 'help') console.log(usage)
  else if (options.scale.length > 0) await runScale(options, line => console.log(line))
  else if (!options.quick) await runFull(options, line => console.log(line))
  else if (!(await runQuick(options.update, line => console.log(line)))) process.exitCode = 1
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
