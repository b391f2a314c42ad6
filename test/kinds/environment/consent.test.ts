import { describe, expect, it } from 'vitest'
import type { EnvironmentSpec } from '../../../apis/environment/schema.ts'
import { consentRefusals } from '../../../functions/kinds/environment/consent.ts'
import { observed, type Description } from '../../runtime/fixtures.ts'

const backup = (...allowedNamespaces: string[]) => ({ spec: { backup: { allowedNamespaces } } })

const source: EnvironmentSpec = {
  type: 'Production',
  namespace: { mode: 'Create' },
  databases: [
    { name: 'orders', ...backup('orders', 'other') },
    { name: 'stock', ...backup('order') },
    { name: 'events' },
  ],
  services: [{ name: 'api', spec: { databases: [{ name: 'own' }, { name: 'shared', ref: { name: 'orders' } }] } }],
}

const closed = (change: Partial<EnvironmentSpec> = {}, sent: Description = {}) =>
  consentRefusals(
    {
      type: 'Preview',
      namespace: { mode: 'Create' },
      cloneFrom: { environment: 'source', databases: 'LatestBackup' },
      ...change,
    },
    source,
    observed(sent),
  ).map(({ code, path }) => `${code} ${path.replace('.spec.backup.allowedNamespaces', '')}`)

describe('data of another environment', () => {
  it('comes only from databases that name this one, in full, and each that does not is told where to', () => {
    expect(closed()).toEqual([
      'RestoreNotAllowed XEnvironment/source spec.databases[stock]',
      'RestoreNotAllowed XEnvironment/source spec.databases[events]',
      'RestoreNotAllowed XEnvironment/source spec.services[api].spec.databases[own]',
    ])
  })

  it('needs no word where none is wanted', () => {
    expect(closed({ cloneFrom: { environment: 'source', databases: 'Empty' } })).toEqual([])
    expect(closed({ cloneFrom: { environment: 'source' } })).toEqual([])
  })

  it('that is here already stays: a word that is taken back stops no environment', () => {
    const composed = {
      'database-stock': {},
      'database-events': {},
      'service-api': { spec: { databases: [{ name: 'own' }] } },
    }
    expect(closed({}, { composed })).toEqual([])
  })

  it('is not taken over for a service whose databases the clone names itself', () => {
    const services = [{ name: 'api', spec: { databases: [{ name: 'mine' }] } }]
    expect(closed({ services })).not.toContain(
      'RestoreNotAllowed XEnvironment/source spec.services[api].spec.databases[own]',
    )
  })
})
