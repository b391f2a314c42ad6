import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { availableParallelism, totalmem } from 'node:os'
import { finished } from 'node:stream/promises'
import type { Program } from '../versions.ts'
import type { Downloaded } from './recipe.ts'

/**
 * Runs Go and returns what it wrote to standard output; the rest goes to the log file.
 *
 * @throws a sentence for the user when Go is missing or fails.
 */
export const runGo = async (args: readonly string[], folder: string, log: string): Promise<string> => {
  const file = createWriteStream(log, { flags: 'a' })
  file.write(`$ go ${args.join(' ')}\n`)
  const go = spawn('go', args, {
    cwd: folder,
    env: {
      ...compilersMemory,
      ...process.env,
      CGO_ENABLED: '0',
      GO111MODULE: 'on',
      GOWORK: 'off',
      GOFLAGS: '-mod=mod -buildvcs=false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  go.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    file.write(text)
  })
  go.stderr.pipe(file, { end: false })
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  // Where the log does not fit, nothing else will.
  file.on('error', problem => {
    reject(problem)
    go.kill()
  })
  go.once('error', problem => reject('code' in problem && problem.code === 'ENOENT' ? new Error(missingGo) : problem))
  go.once('close', resolve)
  try {
    if ((await promise) === 0) return output
  } finally {
    file.end()
    await finished(file).catch(() => undefined)
  }
  throw new Error(explain(await readFile(log, 'utf8'), log))
}

/**
 * Go's compiler spends a seventh of its time on collecting garbage, though no process of it lives long: seldom is enough, within what
 * half of the machine's memory is for each of those that run at once.
 */
const compilersMemory = {
  GOGC: '400',
  GOMEMLIMIT: `${Math.floor(totalmem() / 2 / availableParallelism() / 2 ** 20)}MiB`,
}

const missingGo =
  'Go is needed once, to build the control plane’s programs, and `go` is not on the PATH: install Go 1.26 or newer (https://go.dev/dl) and run this again'

/** The reasons that a user can mend, in words; otherwise the compiler's last lines. */
export const explain = (log: string, file: string): string => {
  if (log.includes('no space left on device'))
    return `the disk is full: building needs about 6 GB in Go’s caches (\`go env GOCACHE GOMODCACHE\`) and 400 MB in Roadbed’s; the log is ${file}`
  const old = /requires go >= (\S+) \(running go (\S+?)[;)]/.exec(log)
  if (old)
    return `Go ${old[2]} is too old to build the control plane’s programs: install Go ${old[1]} or newer (https://go.dev/dl)`
  if (/dial tcp|proxyconnect|i\/o timeout|no such host|TLS handshake/.test(log))
    return `Go could not download the sources; look at the network and at \`go env GOPROXY\`. The log is ${file}, it ends:\n${lastLines(log)}`
  return `the build failed; the log is ${file}, it ends:\n${lastLines(log)}`
}

const lastLines = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .slice(-8)
    .map(line => `  ${line}`)
    .join('\n')

/** Has Go fetch a module, checked against Go's checksum database. An exact version: not every proxy lists them. */
export const download = async (
  { module, version }: Pick<Program, 'module' | 'version'>,
  folder: string,
  log: string,
): Promise<Downloaded> => {
  const answer = JSON.parse(await runGo(['mod', 'download', '-json', `${module}@${version}`], folder, log)) as {
    readonly Dir: string
    readonly GoMod: string
  }
  return { folder: answer.Dir, goMod: await readFile(answer.GoMod, 'utf8') }
}

/** A package that becomes a program, and where that is put. */
interface Compiled {
  readonly main: string
  readonly target: string
  readonly linkerFlags?: readonly string[]
}

/** Compiles a program, reproducibly, and without what only a debugger reads: to write it takes the compiler an eighth of its time. */
export const compile = async (
  { main, target, linkerFlags = [] }: Compiled,
  folder: string,
  log: string,
): Promise<void> => {
  const linker = ['-s', '-w', ...linkerFlags].join(' ')
  const flags = ['-trimpath', '-gcflags=all=-dwarf=false', '-ldflags', linker]
  await runGo(['build', ...flags, '-o', target, main], folder, log)
}
