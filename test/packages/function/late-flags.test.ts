import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lateFlags } from '../../../packages/function/late-flags.ts'
import { root } from '../../harness/files.ts'

const node = join(root, 'node_modules/node/bin/node')

const valuesUnder = (flags: readonly string[]): readonly string[] =>
  execFileSync(node, [...flags, '--print-flag-values', '--eval', '0'], { encoding: 'utf8' })
    .trim()
    .split('\n')

it('V8’s late flags are all that V8 would set with them at its start, or code gets hot a third as fast as it should', () => {
  const usual = new Set(valuesUnder([]))
  const changed = valuesUnder(lateFlags).filter(value => !usual.has(value))
  expect(changed.toSorted()).toEqual(lateFlags.toSorted())
})
