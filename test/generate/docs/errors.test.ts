import { describe, expect, it } from 'vitest'
import { catalogue } from '../../../functions/runtime/errors.ts'
import { errorsFile } from '../../../generate/docs/errors.ts'
import { stale } from '../../../generate/files.ts'
import { root } from '../../../packages/root.ts'

describe('the page of refusals', () => {
  it('is in the repository as it would be generated now, or a new code leads nowhere', () => {
    expect(stale([errorsFile()], root)).toEqual([])
  })

  it('has one row of four cells for each code, or a message’s pipe has torn the table', () => {
    const rows = errorsFile()
      .text.split('\n')
      .filter(line => line.startsWith('| `'))
      .map(line => line.slice(2, -2).split(' | '))
    expect(rows.map(([code]) => code)).toEqual(Object.keys(catalogue).map(code => `\`${code}\``))
    expect(rows.filter(cells => cells.length !== 4 || cells.includes(''))).toEqual([])
  })
})
