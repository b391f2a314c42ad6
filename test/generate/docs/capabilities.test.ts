import { describe, expect, it } from 'vitest'
import { providers } from '../../../apis/blocks/placement.ts'
import { bounds, choices } from '../../../functions/kinds/database/capabilities.ts'
import { offers } from '../../../functions/kinds/service/traffic/capabilities.ts'
import { carriers } from '../../../functions/settings/ingress.ts'
import { capabilitiesFile } from '../../../generate/docs/capabilities.ts'
import { stale } from '../../../generate/files.ts'
import { root } from '../../../packages/root.ts'

/** The rows of the table of each kind. */
const [, rows = [], ways = []] = capabilitiesFile()
  .text.split('\n## ')
  .map(section =>
    section
      .split('\n')
      .filter(line => line.startsWith('|'))
      .map(line => line.slice(2, -2).split(' | ')),
  )

describe('the page of what each provider offers', () => {
  it('is in the repository as it would be generated now, or it promises what is refused', () => {
    expect(stale([capabilitiesFile()], root)).toEqual([])
  })

  it('has a column for each provider and a row for each limit, or a reader misses one', () => {
    const [head, , ...body] = rows
    expect(head?.join(' | ')).toBe(`| field | ${providers.join(' | ')}`)
    expect(body.map(([title]) => title)).toEqual([
      ...[...Object.values(choices), ...Object.values(bounds)].map(each => each.title),
      'Disk, GiB; a smaller one is made so large',
    ])
    expect(body.filter(cells => cells.length !== providers.length + 2 || cells.includes(''))).toEqual([])
  })

  it('has a column for each way into the cluster and a row for each feature, with nothing left empty', () => {
    const [head, , ...body] = ways
    expect(head).toHaveLength(carriers.length + 1)
    expect(body.map(([title]) => title)).toEqual(Object.values(offers).map(({ title }) => title))
    expect(body.filter(cells => cells.length !== carriers.length + 2 || cells.includes(''))).toEqual([])
  })

  it('writes a bound as from and to, or as one number where there is no choice', () => {
    for (const { title, bounds: limits } of Object.values(bounds)) {
      const cells = rows.find(([name]) => name === title)?.slice(2)
      const wanted = providers.map(provider => [...new Set(limits[provider])].join(' to '))
      expect({ title, cells }).toEqual({ title, cells: wanted })
    }
  })
})
