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
