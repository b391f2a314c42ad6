import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * `npm test`: format, lint, types, drift of generated files, then all tests. `npm run test:e2e`: the tests on a real control
 * plane. One count over everything at the end.
 */
const [suite] = process.argv.slice(2)
const report = join(mkdtempSync(join(tmpdir(), 'roadbed-')), 'report.json')

const checks: readonly (readonly [name: string, ...command: string[]])[] =
  suite === 'e2e'
    ? []
    : [
        ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
        ['lint', 'oxlint', '--type-aware', '--deny-warnings'],
        ['types', 'tsc', '--noEmit'],
        ['generated files', 'node', 'generate/main.ts', '--check'],
      ]

const tests = [
  'vitest',
  'run',
  process.stdout.isTTY || suite === 'e2e' ? '--reporter=default' : '--reporter=minimal',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...(suite === 'e2e' ? ['--config', 'vitest.e2e.config.ts'] : []),
]

const run = (name: string, [command = '', ...args]: readonly string[]): boolean => {
  const started = performance.now()
  console.log(`> ${name}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  console.log(`${status === 0 ? '  passed' : '  FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return status === 0
}

let [passed, failed] = [0, 0]
for (const [name, ...command] of checks) {
  if (run(name, command)) passed++
  else failed++
}
const green = run('tests', tests)
const counted = readReport()
passed += counted.numPassedTests
failed += Math.max(counted.numFailedTests, green ? 0 : 1)
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed} passed, ${failed} failed`)

/** A test file that can't be loaded has no tests to count. */
function readReport(): { numPassedTests: number; numFailedTests: number } {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number }
  } catch {
    return { numPassedTests: 0, numFailedTests: 1 }
  }
}
