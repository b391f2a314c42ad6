import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { JsonObject } from '../../functions/runtime/json.ts'
import { buildGo, sourceOf } from '../programs/go.ts'

/** Prometheus 3.9.1, as a Go module. */
const [module, version] = ['github.com/prometheus/prometheus', 'v0.309.1']

/**
 * Builds Prometheus' own judge of rules from its pinned module, unless it lies in the cache. Without the plugins that ask clouds for
 * what there is to scrape: no rule needs them, and they are most of what would have to be fetched.
 */
export const buildPromtool = async (): Promise<string> => {
  const files = { 'plugins/plugins.go': 'package plugins\n' }
  const over = await sourceOf(module, version)
  return buildGo({ name: `promtool-${version}`, files, over, main: './cmd/promtool' })
}

/** Rules, and what is to come of them, in the words of promtool's unit tests. */
export interface RuleTest {
  readonly groups: JsonObject
  readonly tests: readonly JsonObject[]
}

/** What promtool says of rules, after `check` or `test`. Rejects with that when it finds anything wrong. */
export const runPromtool = async (...[command, { groups, tests }]: ['check' | 'test', RuleTest]): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'roadbed-rules-'))
  const [rules, cases] = [join(folder, 'rules.yaml'), join(folder, 'tests.yaml')]
  // JSON is YAML.
  writeFileSync(rules, JSON.stringify(groups))
  writeFileSync(cases, JSON.stringify({ rule_files: [rules], evaluation_interval: '1m', tests }))
  try {
    const { stdout } = await promisify(execFile)(await buildPromtool(), [
      command,
      'rules',
      command === 'check' ? rules : cases,
    ])
    return stdout
  } catch (problem) {
    const { stdout = '', stderr = '' } = problem as { stdout?: string; stderr?: string }
    throw new Error(`${stdout}${stderr}`, { cause: problem })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
