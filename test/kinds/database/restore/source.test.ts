import { describe, expect, it } from 'vitest'
import { providers, type Provider } from '../../../../apis/blocks/placement.ts'
import { accountText, sourceOf } from '../../../../functions/kinds/database/restore/source.ts'
import type { JsonObject } from '../../../../functions/runtime/json.ts'
import { restorable } from '../../../harness/restorable.ts'
import { observedDatabase } from '../../fixtures.ts'

const stock = { database: { name: 'stock', namespace: 'shop' } }

const look = (
  required: Readonly<Record<string, readonly JsonObject[]>>,
  origin: { database: { name: string; namespace: string }; pointInTime?: string } = stock,
) =>
  sourceOf(origin, observedDatabase({ claim: { metadata: { creationTimestamp: '2026-11-28T00:00:00Z' } }, required }))

const found = (provider: Provider, changes: Parameters<typeof restorable>[1] = {}) => {
  const outcome = look(restorable(provider, changes))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}
const awaited = (provider: Provider, changes: Parameters<typeof restorable>[1] = {}) => found(provider, changes).awaited
const refusal = (required: Readonly<Record<string, readonly JsonObject[]>>, origin = stock) => {
  const outcome = look(required, origin)
  return outcome.ok ? '' : `${outcome.refusals[0]?.code} ${outcome.refusals[0]?.message}`
}

describe('the database that another one is restored from', () => {
  it.each(providers)(
    'on %s tells how its provider knows it, from what Crossplane made and not from its status',
    provider => {
      const { beginning, source } = found(provider)
      expect(beginning).toMatchObject({
        server: {
          AWS: 'stock-instance',
          GCP: 'stock-instance',
          Azure: '/subscriptions/0/stock-server',
          Kubernetes: 'stock-server',
        }[provider],
        namespace: provider === 'Kubernetes' ? 'shop' : undefined,
      })
      expect(source).toMatchObject({ provider, version: '16', storage: '50Gi', database: 'stock' })
    },
  )

  it('is asked for step by step, each time with all that was asked for before: what is left out is fetched no more', () => {
    const all = restorable('Kubernetes')
    const asked = (...names: string[]) => {
      const outcome = look(Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))))
      return outcome.ok
        ? outcome.value.requirements.map(([name, wanted]) => [name, 'matchName' in wanted && wanted.matchName])
        : []
    }
    expect(asked()).toEqual([['restore-claim', 'stock']])
    expect(asked('restore-claim')).toEqual([
      ['restore-claim', 'stock'],
      ['restore-server', 'stock-server'],
    ])
    const every = [
      ['restore-claim', 'stock'],
      ['restore-server', 'stock-server'],
      ['restore-store', 'stock-store'],
    ]
    expect(asked('restore-claim', 'restore-server')).toEqual(every)
    expect(asked(...Object.keys(all))).toEqual(every)
  })

  it.each<[string, Parameters<typeof restorable>[1], RegExp]>([
    ['has never been ready', { claim: { status: { binding: null } } }, /it has not been ready yet/],
    [
      'has no server among what it is made of',
      { claim: { spec: { crossplane: { resourceRefs: [] } } } },
      /it has not been ready yet/,
    ],
    [
      'names a server that is another one’s',
      { server: { metadata: { ownerReferences: [{ uid: 'other', controller: true }] } } },
      /its server is not there/,
    ],
    ['names something else as its server', { server: { kind: 'Thing' } }, /its server is not there/],
    [
      'has an id at no provider yet',
      { server: { spec: { forProvider: { identifier: null } } } },
      /its server is not there/,
    ],
  ])('that %s is waited for', (_, changes, why) => {
    expect(awaited('AWS', changes)).toMatch(why)
  })

  it('on Azure is waited for until it has its id: before there is a name in that place', () => {
    expect(awaited('Azure', { server: { status: { atProvider: { id: 'stock-server' } } } })).toMatch(
      /its server is not there/,
    )
  })

  it('in the cluster is waited for until its backups are in the store, for recovery without one fails for good', () => {
    expect(awaited('Kubernetes', { server: { spec: { plugins: [] } } })).toMatch(/do not leave its namespace/)
    expect(awaited('Kubernetes', { store: { status: { serverRecoveryWindow: null } } })).toMatch(/first backup/)
  })

  it('lets nobody of another namespace have its data whom it does not name', () => {
    const closed = restorable('AWS', { claim: { spec: { backup: { allowedNamespaces: ['team-b', 'team'] } } } })
    expect(refusal(closed)).toMatch(/^RestoreNotAllowed .* adds team-a to its spec\.backup\.allowedNamespaces$/)
    expect(refusal({ 'restore-claim': [] })).toBe(refusal(closed))
  })

  it('in the claim’s own namespace needs no word, and has to be there', () => {
    const own = { database: { name: 'stock', namespace: 'team-a' } }
    expect(refusal(restorable('AWS', { claim: { spec: { backup: null } } }), own)).toBe('')
    expect(refusal({ 'restore-claim': [] }, own)).toMatch(/^UnknownDatabase/)
  })

  it('is not the claim itself, and not one that is going', () => {
    const itself = { database: { name: 'orders', namespace: 'team-a' } }
    expect(refusal({}, itself)).toMatch(/^InvalidCombination it can’t be made of itself/)
    const going = restorable('AWS', { claim: { metadata: { deletionTimestamp: '2026-11-28T00:00:00Z' } } })
    expect(refusal(going)).toMatch(/^InvalidCombination shop\/stock is being deleted/)
  })

  it('on Azure is restored to a moment when it was there: the claim’s own, or the later one at which it was ready', () => {
    const ready = (lastTransitionTime: string) =>
      found('Azure', { server: { status: { conditions: [{ type: 'Ready', status: 'True', lastTransitionTime }] } } })
    expect(ready('2026-11-27T00:00:00Z').beginning?.pointInTime).toBe('2026-11-28T00:00:00Z')
    expect(ready('2026-11-29T00:00:00Z').beginning?.pointInTime).toBe('2026-11-29T00:00:00Z')
    expect(found('AWS').beginning?.pointInTime).toBeUndefined()
  })
})

describe('an account', () => {
  it('is another one where a namespaced configuration of the same name is in another namespace, or it is of another project', () => {
    const at = (kind: string, namespace: string, project?: string) =>
      accountText({ kind, name: 'default' }, namespace, project)
    expect(at('ClusterProviderConfig', 'shop')).toBe(at('ClusterProviderConfig', 'team-a'))
    expect(at('ProviderConfig', 'shop')).not.toBe(at('ProviderConfig', 'team-a'))
    expect(at('ClusterProviderConfig', 'shop', 'one')).not.toBe(at('ClusterProviderConfig', 'shop', 'two'))
  })
})
