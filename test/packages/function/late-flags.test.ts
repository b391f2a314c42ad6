import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { lateFlags } from '../../../packages/function/late-flags.ts'
import { nodeProgram } from '../../../packages/root.ts'

const valuesUnder = (flags: readonly string[]): readonly string[] =>
  execFileSync(nodeProgram, [...flags, '--print-flag-values', '--eval', '0'], { encoding: 'utf8' })
    .replaceAll('"', '')
    .trim()
    .split('\n')

it('V8’s late flags are all that V8 would set with them at its start, or code gets hot a third as fast as it should', () => {
  const usual = new Set(valuesUnder([]))
  const changed = valuesUnder(lateFlags).filter(value => !usual.has(value))
  expect(changed.toSorted()).toEqual(lateFlags.toSorted())
})

it('V8 compiles what is hot under the late flags, but not what loads Node’s modules: a filter for one could be one for all', () => {
  const hot = (name: string) =>
    `const ${name} = list => { let sum = 0; for (const item of list) sum += item; return sum }; for (let turn = 0; turn < 50_000; turn++) ${name}(list)`
  const program = `const list = Array.from({ length: 100 }, (_, item) => item); ${hot('called')}; ${hot('requireBuiltin')}`
  const traced = execFileSync(nodeProgram, [...lateFlags, '--trace-opt', '--eval', program], { encoding: 'utf8' })
  const compiled = [...traced.matchAll(/completed optimizing \w+ <JSFunction (\w+)/g)].map(([, name]) => name)
  expect(compiled).toContain('called')
  expect(compiled).not.toContain('requireBuiltin')
})
