import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reservedDatabaseNames } from '../../../../apis/database/reserved-names.ts'
import { databaseName, decideDatabases } from '../../../../functions/kinds/database/resolve/databases.ts'
import { refuse } from '../../../../functions/runtime/errors.ts'
import { maybe } from '../../../runtime/fixtures.ts'

const names = (wanted: readonly { name: string }[] | undefined, current?: string) =>
  decideDatabases('AWS', 'orders-db', wanted, current).value.map(({ name }) => name)

const pick = fc.constantFrom('a', 'b', 'c', 'd')

it('has one database, named like the claim, where the claim names none', () => {
  expect(names(undefined)).toEqual(['orders_db'])
  expect(names([])).toEqual(['orders_db'])
})

it.each([
  ['orders-db', 'orders_db'],
  ['team.orders', 'team_orders'],
  ['42', 'db_42'],
  ['user', 'user_db'],
  ['postgres', 'postgres_db'],
  ['x'.repeat(80), 'x'.repeat(63)],
])('makes of the claim’s name %s the database %s', (claim, database) => {
  expect(databaseName(claim)).toBe(database)
})

it('makes a name that the server takes of any claim’s name', () => {
  const words = fc.constantFrom(...reservedDatabaseNames.map(word => word.replaceAll('_', '-')))
  fc.assert(
    fc.property(fc.oneof(words, fc.domain(), fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,70}[a-z0-9])?$/)), claim => {
      expect(databaseName(claim)).toMatch(/^[a-z][a-z0-9_]{0,62}$/)
      expect(reservedDatabaseNames).not.toContain(databaseName(claim))
    }),
  )
})

it('keeps the first database first, whatever the order of the list is, or the Secret names another', () => {
  fc.assert(
    fc.property(fc.uniqueArray(pick, { minLength: 1 }), maybe(pick), (list, current) => {
      const wanted = list.map(name => ({ name }))
      const { value, refusals } = decideDatabases('AWS', 'orders', wanted, current)
      const kept = current !== undefined && list.includes(current)
      expect(value.map(({ name }) => name)).toEqual(kept ? [current, ...list.filter(name => name !== current)] : list)
      expect(refusals?.length).toBe(current === undefined || kept ? 0 : 1)
    }),
  )
})

it('keeps the database that runs when the list is taken away', () => {
  expect(names(undefined, 'payments')).toEqual(['payments'])
})

it('refuses to leave out the database that the Secret names', () => {
  expect(decideDatabases('AWS', 'orders', [{ name: 'b' }], 'a').refusals).toEqual([
    refuse(
      'FixedField',
      'spec.databases',
      'a was made with the server and the connection Secret names it: keep it in the list',
    ),
  ])
})

describe('encoding and collation', () => {
  const german = { name: 'german', encoding: 'UTF8', collation: 'de_DE.utf8' } as const
  const latin = { name: 'latin', encoding: 'LATIN1', collation: 'C' } as const
  const english = { name: 'english', collation: 'en_US.utf8' } as const

  const paths = (provider: 'AWS' | 'GCP' | 'Azure' | 'Kubernetes', ...wanted: Parameters<typeof names>[0] & object) =>
    (decideDatabases(provider, 'orders', wanted, undefined).refusals ?? []).map(({ path }) => path)

  it('are the server’s own for the first database of RDS, and free for the others', () => {
    expect(paths('AWS', german, latin)).toEqual(['spec.databases[german].collation'])
    expect(paths('AWS', latin)).toEqual(['spec.databases[latin].collation', 'spec.databases[latin].encoding'])
    expect(paths('AWS', english, german, latin)).toEqual([])
  })

  it('are the server’s own for every database of Cloud SQL', () => {
    expect(paths('GCP', english, german, latin)).toEqual([
      'spec.databases[german].collation',
      'spec.databases[latin].encoding',
      'spec.databases[latin].collation',
    ])
  })

  it.each(['Azure', 'Kubernetes'] as const)('are free on %s', provider => {
    expect(paths(provider, german, latin, english)).toEqual([])
  })

  it('are told with what there is', () => {
    expect(decideDatabases('AWS', 'orders', [latin], undefined).refusals).toEqual([
      refuse('UnsupportedByProvider', 'spec.databases[latin].collation', 'C; AWS offers en_US.utf8'),
      refuse(
        'UnsupportedByProvider',
        'spec.databases[latin].encoding',
        'LATIN1 for the first database; AWS offers UTF8',
      ),
    ])
  })
})
