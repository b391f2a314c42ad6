import { expect, it } from 'vitest'
import { onKubernetes } from '../../../../functions/kinds/database/kubernetes/database.ts'
import { database, facts, kubernetesDatabase, name } from '../../fixtures.ts'

it('needs no facts: the operator is where it installs itself', () => {
  expect(kubernetesDatabase().kubernetes).toEqual({
    operatorNamespace: 'cnpg-system',
    storage: {},
    backupStore: undefined,
    clusterName: name('cluster'),
    objectStoreName: name('object-store'),
  })
})

it('takes what the platform knows, and the names of what exists', () => {
  const backupStore = { destinationPath: 's3://backups', credentials: { mode: 'Secret' } } as const
  const operators = { postgres: { name: 'CloudNativePG', namespace: 'postgres' } } as const
  const composed = { cluster: { metadata: { name: 'old' } }, 'object-store': { metadata: { name: 'store' } } }
  const place = { operators, backupStore, storage: { className: 'fast' } }
  expect(kubernetesDatabase({ place, sent: { composed } }).kubernetes).toEqual({
    operatorNamespace: 'postgres',
    storage: { className: 'fast' },
    backupStore,
    clusterName: 'old',
    objectStoreName: 'store',
  })
})

it('is still the same claim', () => {
  const db = database()
  const { kubernetes: _place, ...rest } = onKubernetes(db, facts.Kubernetes)
  expect(rest).toEqual(db)
})
