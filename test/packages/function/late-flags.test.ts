import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { lateFlags } from '../../../packages/function/late-flags.ts'
import { runtimeConfig } from '../../../packages/function/runtime.ts'
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

it('V8 makes a call’s objects where the young are though the first calls’ were kept, or all of the heap is searched for them', () => {
  const program = `
    const make = at => ({ at, parts: [at, at] })
    const [kept, last] = [[], []]
    for (let turn = 0; turn < 3_000_000; turn++) {
      const made = make(turn)
      if (turn < 100_000) kept.push(made)
      else last[turn & 7] = made
    }
    console.log(process.memoryUsage().heapUsed >> 20)`
  const flags = [...runtimeConfig.Entrypoint.slice(1, -1), ...lateFlags]
  const mebibytes = Number(execFileSync(nodeProgram, [...flags, '--eval', program], { encoding: 'utf8' }))
  // 300 where they are made among the old, 20 where the young are.
  expect(mebibytes).toBeLessThan(60)
})
