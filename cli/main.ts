import { Command, CommanderError, Option } from 'commander'
import pc from 'picocolors'
import { providers } from '../apis/blocks/placement.ts'
import { demoCommand } from './commands/demo.ts'
import { renderCommand, type RenderFlags, type Streams } from './commands/render.ts'
import { validateCommand } from './commands/validate.ts'
import { ExitCode, UsageError } from './exit.ts'

const streams: Streams = {
  out: text => process.stdout.write(text),
  err: line => process.stderr.write(`${line}\n`),
  terminal: process.stdout.isTTY,
}

let exitCode: ExitCode = ExitCode.ok
const program = new Command('roadbed')
  .description('Try Roadbed at a desk: no cluster, no cloud account.')
  .exitOverride()
  .showHelpAfterError('(roadbed --help tells more)')

program
  .command('render')
  .description('take claims through the function, under Crossplane’s rules, until they are ready or refused')
  .argument('<CLAIM.yaml...>', 'files with claims; - is standard input')
  .option(
    '--platform <FILE>',
    'the XPlatform to use; default: none, so claims go to Kubernetes, or the example’s with --provider',
  )
  .addOption(new Option('--provider <PROVIDER>', 'as a pinned Composition would').choices([...providers]))
  .option('--observed <FILE|DIR>', 'start from a saved state')
  .option('--once', 'a single pass')
  .option('--steps', 'print each pass')
  .option('--function <HOST:PORT>', 'a running function instead of the built-in one')
  .option('--tls <DIR>', 'tls.crt, tls.key and ca.crt for it')
  .addOption(
    new Option('-o, --output <FORMAT>', 'default: tree on a terminal, else yaml').choices(['yaml', 'json', 'tree']),
  )
  .addHelpText('after', '\nExit code: 0 ready, 1 refused, 2 wrong usage, 3 not ready.')
  .action(async (files: string[], flags: RenderFlags) => {
    exitCode = await renderCommand(files, flags, streams)
  })

program
  .command('validate')
  .description('check claims against the API, without composing anything')
  .argument('<FILE...>', 'files or folders; - is standard input')
  .action((files: string[]) => {
    exitCode = validateCommand(files, streams)
  })

program
  .command('demo')
  .description('one claim on all four providers, through the function as it runs in production')
  .action(async () => {
    exitCode = await demoCommand(streams)
  })

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) exitCode = error.exitCode === 0 ? ExitCode.ok : ExitCode.usage
  else if (error instanceof UsageError || isFileError(error)) {
    streams.err(`${pc.red('roadbed:')} ${error.message}`)
    exitCode = ExitCode.usage
  } else {
    streams.err(`${pc.red('roadbed:')} ${error instanceof Error ? error.message : String(error)}`)
    exitCode = ExitCode.unsettled
  }
}
process.exitCode = exitCode

/** A path on the command line that can't be read. */
function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'EACCES'].includes(String(error.code))
}
