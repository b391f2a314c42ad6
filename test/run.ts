import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileCacheFolder } from '../control-plane/paths.ts'
import { onRequest, projects } from './e2e/projects.ts'

/**
 * `npm test`: format, lint, types, drift of generated files, then all tests. `npm run test:e2e`: the tests on real control
 * planes, side by side; with names of projects, only those. One count over everything at the end.
 */
const folder = mkdtempSync(join(tmpdir(), 'roadbed-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

/** What is run, and where it counts its tests; one that does not is one test itself. */
interface Step {
  readonly name: string
  readonly command: readonly string[]
  readonly report?: string
  readonly environment?: Readonly<Record<string, string>>
}

const check = (name: string, ...command: string[]): Step => ({ name, command })

const tests = (name: string, reporter: string, ...args: string[]): Step => {
  const report = join(folder, `${name}.json`)
  const reporters = [`--reporter=${reporter}`, '--reporter=json', `--outputFile.json=${report}`]
  return { name, command: ['vitest', 'run', ...reporters, ...args], report }
}

const chosen =
  process.argv.length > 3
    ? process.argv.slice(3)
    : projects.map(({ name }) => name).filter(name => !onRequest.includes(name))

const e2e = (project: string): Step => ({
  ...tests(project, 'default', '--config', 'vitest.e2e.config.ts', '--project', project),
  // Beside others a control plane gets no more cores than that: threads that look for work on further ones only cost.
  environment: { GOMAXPROCS: String(Math.max(1, Math.floor(availableParallelism() / chosen.length))) },
})

/** Steps of a group run side by side, groups one after the other. */
const groups: readonly (readonly Step[])[] =
  process.argv[2] === 'e2e'
    ? [[check('programs', 'node', 'test/e2e/programs.ts')], chosen.map(e2e)]
    : [
        [check('format', 'prettier', '--check', '--log-level', 'warn', '.')],
        [check('lint', 'oxlint', '--type-aware', '--deny-warnings')],
        [check('types', 'tsc', '--noEmit')],
        [check('generated files', 'node', 'generate/main.ts', '--check')],
        [tests('tests', process.stdout.isTTY ? 'default' : 'minimal')],
      ]

/**
 * What tests leave in the temporary folder goes with this run. A quarter of what Go's programs do is collecting garbage, and here they
 * do not live long: memory is cheaper than time, up to a limit.
 */
const environment = {
  GOGC: '500',
  GOMEMLIMIT: '3GiB',
  // Control planes are brought up by many processes of Node, which all load the same.
  ...(process.argv[2] === 'e2e' && { NODE_COMPILE_CACHE: compileCacheFolder() }),
  ...process.env,
  TMPDIR: folder,
}

const run = async ({ name, command: [program = '', ...args], report, environment: own }: Step) => {
  const started = performance.now()
  console.log(`> ${name}`)
  const child = spawn(program, args, { stdio: 'inherit', env: { ...own, ...environment } })
  const [status] = (await once(child, 'exit')) as [number | null]
  const green = status === 0
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${green ? '  passed' : '  FAILED'}: ${name} in ${seconds} s`)
  if (report === undefined) return green ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests } = readReport(report)
  return { passed: numPassedTests, failed: Math.max(numFailedTests, green ? 0 : 1) }
}

/** A run that broke off before its first test has none to count. */
const readReport = (path: string): { readonly numPassedTests: number; readonly numFailedTests: number } => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { numPassedTests: number; numFailedTests: number }
  } catch {
    return { numPassedTests: 0, numFailedTests: 1 }
  }
}

let [passed, failed] = [0, 0]
for (const group of groups) {
  for (const counted of await Promise.all(group.map(run))) {
    passed += counted.passed
    failed += counted.failed
  }
}
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)
