import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../packages/root.ts'

/** One row of a document: what it is about, what stands against it, and the test that tries it. */
interface Row {
  readonly about: string
  readonly what: string
  readonly test: string
}

/** The rows of all tables of a document. */
const rowsOf = (document: string): readonly Row[] =>
  readFileSync(join(root, 'docs', document), 'utf8')
    .split('\n\n')
    .filter(block => block.startsWith('|'))
    .flatMap(table => table.trim().split('\n').slice(2))
    .map(line => line.split('|').map(cell => cell.trim()))
    .map(([, about = '', what = '', test = '']) => ({ about, what, test }))

/** Each row of a document has to name a test that is there: as `file`: title. */
export const namesTests = (document: string, atLeast: number): void => {
  const rows = rowsOf(document)
  describe(`docs/${document}`, () => {
    it('has rows, or the tests below look at nothing', () => {
      expect(rows.length).toBeGreaterThan(atLeast)
    })

    it.each(rows)('names a test that is there for: $about', ({ what, test }) => {
      const [, file = '', title = ''] = /^`(test\/\S+)`: (.+)$/.exec(test) ?? []
      expect(what).not.toBe('')
      expect(existsSync(join(root, file))).toBe(true)
      expect(readFileSync(join(root, file), 'utf8')).toContain(`'${title}'`)
    })
  })
}
