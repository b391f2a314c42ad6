import { enableCompileCache } from 'node:module'
import { Command, CommanderError, Option } from 'commander'
import pc from 'picocolors'
import { providers } from '../apis/blocks/placement.ts'
import { engines } from '../control-plane/engine.ts'
import { compileCacheFolder } from '../control-plane/paths.ts'
import { crossplaneVersions } from '../control-plane/versions.ts'
import type { DownFlags } from './commands/down.ts'
import type { RenderFlags, Streams } from './commands/render.ts'
import type { UpFlags } from './commands/up.ts'
import { ExitCode, UsageError } from './exit.ts'

// Half of a short command is the compilation of what it loads; so each loads only what is its own, and Node keeps what it has compiled.
process.env['NODE_COMPILE_CACHE'] ??= compileCacheFolder()
enableCompileCache(process.env['NODE_COMPILE_CACHE'])

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
    const { renderCommand } = await import('./commands/render.ts')
    exitCode = await renderCommand(files, flags, streams)
  })

program
  .command('validate')
  .description('check claims against the API, without composing anything')
  .argument('<FILE...>', 'files or folders; - is standard input')
  .action(async (files: string[]) => {
    const { validateCommand } = await import('./commands/validate.ts')
    exitCode = validateCommand(files, streams)
  })

program
  .command('convert')
  .description('turn another platform’s services into claims, and tell what becomes of each field')
  .argument('<FILE...>', 'files or folders; - is standard input')
  .addHelpText('after', '\nThe claims go to standard output, what became of each field to standard error.')
  .action(async (files: string[]) => {
    const { convertCommand } = await import('./commands/convert.ts')
    exitCode = convertCommand(files, streams)
  })

program
  .command('demo')
  .description('one claim on all four providers, through the function as it runs in production')
  .action(async () => {
    const { demoCommand } = await import('./commands/demo.ts')
    exitCode = await demoCommand(streams)
  })

program
  .command('up')
  .description('a whole control plane on this machine: Crossplane with Roadbed, and no cloud account')
  .addOption(nameOption())
  .option('--crds <DIR>', 'the providers’ full CRDs; default: what Roadbed knows of them')
  .addOption(
    new Option('--crossplane <VERSION>', 'default: what this control plane has, else the newest').choices([
      ...crossplaneVersions,
    ]),
  )
  .option('--pace <FACTOR>', 'how many seconds a second of the stand-in providers takes; default: 0.02')
  .addOption(
    new Option(
      '--engine <ENGINE>',
      'what runs it; default: what this control plane has, else kind where Docker, kind and helm answer',
    ).choices([...engines]),
  )
  .option('--node-image <IMAGE>', 'kind: the image of its node; default: kind’s own')
  .option('--chart <PATH>', 'kind: Crossplane’s Helm chart; default: the published one')
  .addHelpText(
    'after',
    '\nThe first time, the programs of processes are built, which takes some minutes. Exit code: 0 up, 2 wrong usage, 3 not up.',
  )
  .action(async (flags: UpFlags) => {
    const { upCommand } = await import('./commands/up.ts')
    exitCode = await upCommand(flags, streams)
  })

program
  .command('down')
  .description('end what `up` has started, and remove what it holds')
  .addOption(nameOption())
  .option('--keep-data', 'the next `up` finds everything as it was')
  .action(async (flags: DownFlags) => {
    const { downCommand } = await import('./commands/down.ts')
    exitCode = await downCommand(flags, streams)
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

/** Two control planes may run beside each other. */
function nameOption(): Option {
  return new Option('--name <NAME>', 'which control plane').default('roadbed')
}

/** A path on the command line that can't be read. */
function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'EACCES'].includes(String(error.code))
}
