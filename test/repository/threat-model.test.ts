import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../harness/files.ts'

const rows = readFileSync(join(root, 'docs', 'threat-model.md'), 'utf8')
  .split('\n')
  .filter(line => line.startsWith('|'))
  .map(line => line.split('|').map(cell => cell.trim()))
  .map(([, path = '', stops = '', test = '']) => ({ path, stops, test }))
  .filter(({ path }) => path !== 'path' && !path.startsWith('-'))

describe('the threat model', () => {
  it('has rows, or the tests below look at nothing', () => {
    expect(rows.length).toBeGreaterThan(20)
  })

  it.each(rows)('names a test that is there for: $path', ({ stops, test }) => {
    const [, file = '', title = ''] = /^`(test\/\S+)`: (.+)$/.exec(test) ?? []
    expect(stops).not.toBe('')
    expect(existsSync(join(root, file))).toBe(true)
    expect(readFileSync(join(root, file), 'utf8')).toContain(`'${title}'`)
  })
})
